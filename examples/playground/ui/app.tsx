import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import first from '../public/year/first.json'
import type { AnyCommand, FigureRow, First, Frame, Look, Moment, Reason } from '../worker/protocol.ts'
import { AskTab } from './ask-tab.tsx'
import { askWorker } from './ask-worker.ts'
import { linkOf, readLink, type Shared, type Tab, tabs } from './link.ts'
import { Page } from './page.tsx'
import { RacesTab } from './races-tab.tsx'
import { Timeline } from './timeline.tsx'
import { WhatIfTab } from './what-if-tab.tsx'
import { WhyDialog } from './why-dialog.tsx'
import { pick, say, type Tongue, titleIn } from './words.ts'
import { YearTab } from './year-tab.tsx'

export const given = first as unknown as First

/** What every part of the page is handed. */
export type Scene = {
  readonly tongue: Tongue
  readonly frame: Frame
  readonly figures: readonly FigureRow[]
  readonly isReady: boolean
  readonly moment: Moment
  /** The library's words for a code. */
  readonly word: (key: string) => string
  readonly title: (text: string) => string
  readonly why: (what: string, reason: Reason) => void
}

export const App = () => {
  const [shared, setShared] = useState<Shared>(() => readLink(location.hash))
  const { look, tab, tongue, command, branch } = shared
  const change = useCallback((part: Partial<Shared>) => setShared((before) => ({ ...before, ...part })), [])
  const onClass = useCallback(
    (offeringId: string) => setShared((before) => ({ ...before, look: { ...before.look, offeringId } })),
    [],
  )
  const [isReady, setReady] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [frame, setFrame] = useState<Frame>(given.frame)
  const [figures, setFigures] = useState<readonly FigureRow[]>(given.figures)
  const [asked, setAsked] = useState<{ readonly what: string; readonly reason: Reason }>()
  const [isCopied, setCopied] = useState(false)

  // Ready once the first answer stands on the page: what is shown before is of the first look, whatever the link says.
  const opened = useRef(look)
  useEffect(() => {
    askWorker('load', { base: new URL('./', location.href).href.replace(/#.*$/, '') })
      .then(() => askWorker('frame', opened.current))
      .then((changed) => {
        setFrame((before) => ({ ...before, ...changed }))
        setReady(true)
      })
      .catch((error: Error) => setFailure(error.message))
  }, [])

  // One frame is asked for at a time; the newest look waits for its turn, and those in between are passed over.
  const inFlight = useRef(false)
  const wanted = useRef<Look>(undefined)
  const next = useCallback(() => {
    const look = wanted.current
    if (inFlight.current || look === undefined) return
    wanted.current = undefined
    inFlight.current = true
    askWorker('frame', look)
      .then((changed) => setFrame((before) => ({ ...before, ...changed })))
      .catch((error: Error) => setFailure(error.message))
      .finally(() => {
        inFlight.current = false
        next()
      })
  }, [])
  useEffect(() => {
    if (!isReady) return
    wanted.current = look
    next()
    // figures cost more than a frame: they are taken when the slider rests
    const rest = setTimeout(() => askWorker('figures', look.moment).then(setFigures), 90)
    return () => clearTimeout(rest)
  }, [isReady, look, next])

  useEffect(() => {
    const rest = setTimeout(() => history.replaceState(null, '', linkOf(shared)), 200)
    return () => clearTimeout(rest)
  }, [shared])
  useEffect(() => {
    const followed = () => setShared(readLink(location.hash))
    addEventListener('hashchange', followed)
    return () => removeEventListener('hashchange', followed)
  }, [])

  const why = useCallback((what: string, reason: Reason) => setAsked({ what, reason }), [])
  const scene: Scene = {
    tongue,
    frame,
    figures,
    isReady,
    moment: look.moment,
    word: (key) => {
      const words = given.words[key]
      if (key === 'term.corporate') return say('corporate', tongue)
      return words === undefined ? key.replace(/^\w+\./, '') : pick(words, tongue)
    },
    title: (text) => titleIn(text, tongue),
    why,
  }
  const keepInBranch = (one: AnyCommand) =>
    change({
      branch: [
        ...branch,
        { ...one, metadata: { ...one.metadata, commandId: `branch-${branch.length + 1}` } },
      ],
      tab: 'whatIf',
    })
  const share = () => {
    history.replaceState(null, '', linkOf(shared))
    navigator.clipboard?.writeText(location.href).then(
      () => setCopied(true),
      () => undefined,
    )
    setTimeout(() => setCopied(false), 1500)
  }

  return (
    <>
      <Page
        tongue={tongue}
        onTongue={(one) => change({ tongue: one })}
        here="year"
        title="title"
        {...(tab === 'races'
          ? {}
          : { lead: say('lead', tongue, { total: given.span.total.toLocaleString('en') }) })}
        drawn={frame.moment.at}
        tabs={tabs.map((one: Tab) => (
          <button
            key={one}
            type="button"
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => change({ tab: one })}
          >
            {say(one, tongue)}
          </button>
        ))}
        tools={
          <button type="button" class="quiet" onClick={share}>
            {isCopied ? say('copied', tongue) : say('share', tongue)}
          </button>
        }
      >
        {failure === undefined ? null : (
          <p class="failure" role="alert">
            {say('failed', tongue, { why: failure })}
          </p>
        )}
        {tab === 'races' ? null : (
          <Timeline
            scene={scene}
            span={given.span}
            onMove={(moment) => change({ look: { ...look, moment } })}
          />
        )}
        {tab === 'year' ? (
          <YearTab scene={scene} onClass={onClass} />
        ) : tab === 'ask' ? (
          <AskTab
            scene={scene}
            tries={given.tries}
            command={command}
            onCommand={(one) => change({ command: one })}
            onTry={(one, at) => change({ command: one, look: { ...look, moment: { ...look.moment, at } } })}
            onKeep={keepInBranch}
          />
        ) : tab === 'whatIf' ? (
          <WhatIfTab
            scene={scene}
            branch={branch}
            onBranch={(next) => change({ branch: next })}
            onKeep={keepInBranch}
          />
        ) : (
          <RacesTab tongue={tongue} />
        )}
      </Page>
      {asked === undefined ? null : (
        <WhyDialog scene={scene} {...asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}

import { useState } from 'preact/hooks'
import type { AnyCommand, FigureRow, TwoFutures } from '../worker/protocol.ts'
import type { Scene } from './app.tsx'
import { RefusalWords } from './ask-tab.tsx'
import { askWorker } from './ask-worker.ts'
import { figureText, inUnit } from './figure.ts'
import { Scroll } from './scroll.tsx'
import { dayOf } from './timeline.tsx'
import { pick, say, type Tongue } from './words.ts'

type Given = {
  readonly scene: Scene
  readonly branch: readonly AnyCommand[]
  readonly onBranch: (branch: readonly AnyCommand[]) => void
  readonly onKeep: (command: AnyCommand) => void
}

const operations = { commandId: '', actor: { id: 'ops-lin', role: 'operations' } }

export const WhatIfTab = ({ scene, branch, onBranch, onKeep }: Given) => {
  const { tongue, moment, frame, title, isReady } = scene
  const [progress, setProgress] = useState<number>()
  const [result, setResult] = useState<TwoFutures>()
  const [failure, setFailure] = useState<string>()
  const chosen = frame.classes.find(({ id }) => id === frame.offeringId)
  const isOpen = (status: string) => !['completed', 'cancelled', 'running'].includes(status)
  const suggested = [
    ...new Set([
      ...(chosen !== undefined && isOpen(chosen.status) ? [chosen] : []),
      ...frame.classes.filter(({ status }) => isOpen(status)),
    ]),
  ].slice(0, 3)
  const run = () => {
    setProgress(0)
    setFailure(undefined)
    setResult(undefined)
    const base = new URL('./', location.href).href
    askWorker('futures', { moment, commands: branch, base }, setProgress)
      .then(setResult)
      .catch((error: Error) => setFailure(error.message))
      .finally(() => setProgress(undefined))
  }
  return (
    <div class="two">
      <section class="card" aria-labelledby="branch">
        <h2 id="branch">{say('whatIf', tongue)}</h2>
        <p class="sub">{say('whatIfLead', tongue, { at: dayOf(moment.at, tongue) })}</p>
        {(isReady ? suggested : []).map((one) => {
          const at = moment.at
          const held = one.enrolled
          const seats = (max: number) => ({
            type: 'ChangeCapacity',
            data: { at, offeringId: one.id, capacity: { min: Math.min(one.min, max), max } },
            metadata: operations,
          })
          return (
            <div class="suggestion" key={one.id}>
              <h3>{say('suggestions', tongue, { title: title(one.title) })}</h3>
              <p class="chips">
                <button
                  type="button"
                  onClick={() =>
                    onKeep({
                      type: 'CancelOffering',
                      data: { at, offeringId: one.id, cause: 'other' },
                      metadata: operations,
                    })
                  }
                >
                  {say('cancelIt', tongue)}
                </button>
                {one.max === undefined ? null : (
                  <>
                    <button type="button" onClick={() => onKeep(seats((one.max ?? 0) + 10))}>
                      {say('moreSeats', tongue)}
                    </button>
                    {held > one.max >> 1 ? null : (
                      <button
                        type="button"
                        onClick={() => onKeep(seats(one.max === undefined ? 1 : Math.max(1, one.max >> 1)))}
                      >
                        {say('fewerSeats', tongue)}
                      </button>
                    )}
                  </>
                )}
              </p>
            </div>
          )
        })}
        <h3>{say('inBranch', tongue)}</h3>
        {branch.length === 0 ? (
          <p class="empty">{say('nothingInBranch', tongue)}</p>
        ) : (
          <ol class="branch">
            {branch.map((one, at) => (
              <li key={one.metadata.commandId}>
                <b>{one.type}</b>{' '}
                <code>
                  {JSON.stringify(
                    Object.fromEntries(Object.entries(one.data).filter(([name]) => name !== 'at')),
                  )}
                </code>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`${say('remove', tongue)}: ${one.type}`}
                  onClick={() => onBranch(branch.filter((_, place) => place !== at))}
                >
                  ×
                </button>
              </li>
            ))}
          </ol>
        )}
        <p class="actions">
          <button
            type="button"
            class="main"
            disabled={!isReady || branch.length === 0 || progress !== undefined}
            onClick={run}
          >
            {say('run', tongue)}
          </button>
        </p>
        {progress === undefined ? null : (
          <p role="status">
            {say('running', tongue, { n: Math.round(progress * 100) })}{' '}
            <progress max={1} value={progress} aria-label={say('run', tongue)} />
          </p>
        )}
        {failure === undefined ? null : (
          <p class="failure" role="alert">
            {say('failed', tongue, { why: failure })}
          </p>
        )}
      </section>
      <section class="card answer" aria-live="polite" aria-label={say('difference', tongue)}>
        {result === undefined ? (
          <p class="empty">{say('noAnswer', tongue)}</p>
        ) : (
          <Futures result={result} scene={scene} />
        )}
      </section>
    </div>
  )
}

const differenceOf = (a: FigureRow | undefined, b: FigureRow, tongue: Tongue): string => {
  if (a?.result.status !== 'ok' || b.result.status !== 'ok') return '—'
  const moved = b.result.value - a.result.value
  if (Math.abs(moved) < 1e-9) return '='
  return `${moved > 0 ? '+' : '−'}${inUnit(Math.abs(moved), b.result.unit, tongue)}`
}

const Futures = ({ result, scene }: { readonly result: TwoFutures; readonly scene: Scene }) => {
  const { tongue, word } = scene
  const { asWas, branch, answers, changed, changedTotal } = result
  const count = (name: 'events' | 'refused') => {
    const moved = branch[name] - asWas[name]
    return (
      <tr>
        <th scope="row">{say(name === 'events' ? 'eventCount' : 'refusedCount', tongue)}</th>
        <td class="number">{asWas[name].toLocaleString('en')}</td>
        <td class="number">{branch[name].toLocaleString('en')}</td>
        <td class="number">
          {moved === 0 ? '=' : `${moved > 0 ? '+' : '−'}${Math.abs(moved).toLocaleString('en')}`}
        </td>
      </tr>
    )
  }
  return (
    <>
      {answers.map((one, at) => (
        <div key={at}>
          <p>
            <b>{one.type}</b>{' '}
            <span class={one.accepted ? 'yes' : 'no'}>
              {say(one.accepted ? 'accepted' : 'refused', tongue)}
            </span>
          </p>
          {one.refusal === undefined ? null : <RefusalWords refusal={one.refusal} tongue={tongue} />}
        </div>
      ))}
      <Scroll label={say('figures', tongue)} tongue={tongue}>
        <table class="futures" data-testid="futures">
          <thead>
            <tr>
              <th scope="col">{say('figure', tongue)}</th>
              <th scope="col" class="number">
                {say('asItWas', tongue)}
              </th>
              <th scope="col" class="number">
                {say('theBranch', tongue)}
              </th>
              <th scope="col" class="number">
                {say('difference', tongue)}
              </th>
            </tr>
          </thead>
          <tbody>
            {branch.figures.map((one) => {
              const was = asWas.figures.find(({ metric }) => metric === one.metric)
              return (
                <tr key={one.metric}>
                  <th scope="row">{word(`metric.${one.metric}`)}</th>
                  <td class="number">{was === undefined ? '—' : figureText(was.result, tongue)}</td>
                  <td class="number">{figureText(one.result, tongue)}</td>
                  <td class="number moved">{differenceOf(was, one, tongue)}</td>
                </tr>
              )
            })}
            {count('events')}
            {count('refused')}
          </tbody>
        </table>
      </Scroll>
      <h3>
        {changedTotal === 0
          ? say('changedNone', tongue)
          : say('changed', tongue, { n: changedTotal.toLocaleString('en') })}
      </h3>
      <ul class="changed">
        {changed.map((one, at) => (
          <li key={at}>
            <b>{one.type}</b> <span class="about">{one.about}</span>{' '}
            <span class={one.now === 'accepted' ? 'yes' : 'no'}>
              {say(one.now === 'accepted' ? 'nowAccepted' : 'nowRefused', tongue)}
            </span>
            {one.refusal === undefined ? null : <span class="reason">{pick(one.refusal.words, tongue)}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Moment, Span } from '../worker/protocol.ts'
import type { Scene } from './app.tsx'
import { say, type Tongue } from './words.ts'

const dayMs = 86_400_000
/** The evening of a day in Shanghai. */
const evening = 9 * 3_600_000

export const dayOf = (at: string, tongue: Tongue): string =>
  new Date(at).toLocaleDateString(tongue === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })

/** The label of a month, both in days since 1970: with its year where no label before it says so. */
export const monthOf = (day: number, before: number | undefined, tongue: Tongue): string => {
  const date = new Date(day * dayMs)
  const isNewYear =
    before === undefined || new Date(before * dayMs).getUTCFullYear() !== date.getUTCFullYear()
  return date.toLocaleDateString(tongue === 'en' ? 'en' : 'zh-CN', {
    month: 'short',
    timeZone: 'UTC',
    ...(isNewYear && { year: 'numeric' }),
  })
}

type Given = { readonly scene: Scene; readonly span: Span; readonly onMove: (moment: Moment) => void }

export const Timeline = ({ scene, span, onMove }: Given) => {
  const { tongue, moment, frame, isReady } = scene
  const begins = Math.floor(Date.parse(span.first) / dayMs)
  const days = Math.floor(Date.parse(span.last) / dayMs) - begins
  const first = new Date(span.first)
  const day = Math.max(0, Math.min(days, Math.floor(Date.parse(moment.at) / dayMs) - begins))
  const move = (to: number) =>
    onMove({ ...moment, at: new Date((begins + to) * dayMs + evening).toISOString() })
  const [isPlaying, setPlaying] = useState(false)
  const at = useRef(day)
  at.current = day
  const moving = useRef(move)
  moving.current = move
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => {
      if (at.current >= days) setPlaying(false)
      else moving.current(at.current + 1)
    }, 45)
    return () => clearInterval(timer)
  }, [isPlaying, days])
  const bars = useMemo(() => <Weeks weeks={span.weeks} />, [span.weeks])
  const months = Array.from(
    { length: Math.ceil(days / 28) + 1 },
    (_, month) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1) / dayMs - begins,
  )
    .filter((one) => one >= 0 && one <= days)
    .filter((_, month) => days < 500 || month % 2 === 0)
  return (
    <section class="timeline" aria-label={say('instant', tongue)}>
      <div class="when">
        <p class="date" data-testid="date">
          {dayOf(moment.at, tongue)}
        </p>
        <p class="count" data-testid="count" aria-live="off">
          {isReady || frame.events > 0
            ? say('eventsOf', tongue, {
                n: frame.events.toLocaleString('en'),
                total: span.total.toLocaleString('en'),
              })
            : say('loading', tongue)}
        </p>
        <fieldset class="modes">
          <legend>{say('mode', tongue)}</legend>
          {(['was', 'known'] as const).map((mode) => (
            <label key={mode} title={say(`${mode}Meaning`, tongue)}>
              <input
                type="radio"
                name="mode"
                checked={moment.mode === mode}
                onChange={() => onMove({ ...moment, mode })}
              />
              <span>{say(mode, tongue)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div class="track">
        <button
          type="button"
          class="play"
          aria-label={say(isPlaying ? 'pause' : 'play', tongue)}
          disabled={!isReady}
          onClick={() => {
            if (!isPlaying && day >= days) move(0)
            setPlaying(!isPlaying)
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {isPlaying ? <path d="M4 3h3v10H4zM9 3h3v10H9z" /> : <path d="M4 2.5v11l9-5.5z" />}
          </svg>
        </button>
        <div class="rail">
          <div class="weeks" aria-hidden="true" style={{ '--past': `${(day / days) * 100}%` }}>
            {bars}
          </div>
          <input
            type="range"
            min={0}
            max={days}
            value={day}
            disabled={!isReady}
            aria-label={say('instant', tongue)}
            aria-valuetext={dayOf(moment.at, tongue)}
            onInput={(event) => {
              setPlaying(false)
              move(Number(event.currentTarget.value))
            }}
          />
          <div class="months" aria-hidden="true">
            {months.map((one, at) => (
              <span key={one} style={{ left: `${(one / days) * 100}%` }}>
                {monthOf(one + begins, at === 0 ? undefined : (months[at - 1] ?? 0) + begins, tongue)}
              </span>
            ))}
          </div>
        </div>
      </div>
      <p class="meaning">{say(`${moment.mode}Meaning`, tongue)}</p>
    </section>
  )
}

/** Events a week, twice: what is past, over what is still to come. */
const Weeks = ({ weeks }: { readonly weeks: readonly number[] }) => {
  const tallest = Math.max(...weeks)
  const path = weeks
    .map((count, week) => {
      const height = Math.max(1, 40 * Math.sqrt(count / tallest))
      return `M${week + 0.12} 40v${-height}h.76v${height}z`
    })
    .join('')
  return (
    <>
      {['', 'past'].map((kind) => (
        <svg
          key={kind}
          class={kind}
          aria-hidden="true"
          viewBox={`0 0 ${weeks.length} 40`}
          preserveAspectRatio="none"
        >
          <path d={path} />
        </svg>
      ))}
    </>
  )
}

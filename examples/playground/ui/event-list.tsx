import type { LogEvent } from '../worker/protocol.ts'
import { say, type Tongue } from './words.ts'

const about = ({ data }: LogEvent): string =>
  [data.learnerId, data.offeringId, data.sessionId, data.programId, data.needId, data.lineId]
    .filter((id) => typeof id === 'string')
    .slice(0, 3)
    .join(' · ')

const minute = (at: unknown): string =>
  typeof at === 'string'
    ? new Date(at).toLocaleString('sv-SE', {
        timeZone: 'Asia/Shanghai',
        dateStyle: 'short',
        timeStyle: 'short',
      })
    : ''

const asker = ({ metadata }: LogEvent, tongue: Tongue): string =>
  metadata?.actor === undefined
    ? metadata?.commandId?.startsWith('policy:') === true || metadata?.causationId !== undefined
      ? say('byPolicy', tongue)
      : ''
    : `${metadata.actor.id} (${metadata.actor.role})`

export const EventList = ({
  events,
  tongue,
}: {
  readonly events: readonly LogEvent[]
  readonly tongue: Tongue
}) => (
  <ol class="events">
    {events.map((event, at) => (
      <li key={event.metadata?.eventId ?? at}>
        <details>
          <summary>
            <span class="at">{minute(event.data.at)}</span> <b>{event.type}</b>{' '}
            <span class="about">{about(event)}</span> <span class="by">{asker(event, tongue)}</span>
          </summary>
          <pre tabIndex={0}>{JSON.stringify(event, null, 2)}</pre>
        </details>
      </li>
    ))}
  </ol>
)

import type { Answer } from '../worker/protocol.ts'
import { EventList } from './event-list.tsx'
import { say, type Tongue } from './words.ts'

/** The whole log as a band, and in it the events that the command rests on. */
export const Boundary = ({
  boundary,
  tongue,
}: {
  readonly boundary: Answer['boundary']
  readonly tongue: Tongue
}) => {
  const { items, positions, size, last } = boundary
  const text = say('boundaryLead', tongue, {
    n: positions.length.toLocaleString('en'),
    size: size.toLocaleString('en'),
  })
  return (
    <div class="boundary">
      <h3>{say('boundary', tongue)}</h3>
      <p class="sub" data-testid="boundary">
        {text}
      </p>
      <svg viewBox="0 0 1000 44" preserveAspectRatio="none" role="img" aria-label={text}>
        <rect class="log" width="1000" height="44" />
        <path
          class="marks"
          d={positions
            .map((position) => `M${((position / Math.max(1, size)) * 1000).toFixed(1)} 0v44`)
            .join('')}
        />
      </svg>
      <ul class="items">
        {items
          .filter(({ found }) => found > 0)
          .map(({ tags, types, found }) => (
            <li key={`${tags.join()} ${types.join()}`}>
              <details>
                <summary>
                  <b>{found}</b>{' '}
                  {tags.map((tag) => (
                    <code key={tag}>{tag}</code>
                  ))}{' '}
                  <small>{say('ofTypes', tongue, { n: types.length })}</small>
                </summary>
                <p class="types">
                  {types.map((type) => (
                    <span key={type}>{type}</span>
                  ))}
                </p>
              </details>
            </li>
          ))}
      </ul>
      <EventList events={[...last].reverse()} tongue={tongue} />
    </div>
  )
}

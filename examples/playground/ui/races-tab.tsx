import { useEffect, useState } from 'preact/hooks'
import type { RaceOrder, RaceStep } from '../worker/protocol.ts'
import { askWorker } from './ask-worker.ts'
import { say, type Tongue } from './words.ts'

export const RacesTab = ({ tongue }: { readonly tongue: Tongue }) => {
  const [isConditional, setConditional] = useState(true)
  const [orders, setOrders] = useState<readonly RaceOrder[]>([])
  const [chosen, setChosen] = useState(1)
  useEffect(() => {
    askWorker('races', { conditional: isConditional }).then(setOrders, () => setOrders([]))
  }, [isConditional])
  const shown = orders[chosen]
  return (
    <section class="card races" aria-labelledby="races">
      <h2 id="races">{say('races', tongue)}</h2>
      <p class="sub">{say('racesLead', tongue)}</p>
      <fieldset class="modes">
        <legend>{say('races', tongue)}</legend>
        {[true, false].map((one) => (
          <label key={String(one)}>
            <input
              type="radio"
              name="condition"
              checked={isConditional === one}
              onChange={() => setConditional(one)}
            />
            <span>{say(one ? 'withCondition' : 'withoutCondition', tongue)}</span>
          </label>
        ))}
      </fieldset>
      <div class="orders">
        {orders.map(({ order, enrolled }, at) => (
          <button
            key={order.join(' ')}
            type="button"
            aria-pressed={at === chosen}
            class={enrolled.length > 1 ? 'lost' : ''}
            onClick={() => setChosen(at)}
          >
            {order.join(' → ')}
          </button>
        ))}
      </div>
      {shown === undefined ? null : (
        <>
          <div class="lanes">
            {([1, 2] as const).map((host) => (
              <h3 key={host} style={{ gridColumn: host, gridRow: 1 }}>
                {say('host', tongue, { n: host })} <small>{host === 1 ? 'ada' : 'bob'}</small>
              </h3>
            ))}
            {shown.steps.map((step, at) => (
              <p key={at} class={`step ${step.kind}`} style={{ gridColumn: step.host, gridRow: at + 2 }}>
                {stepText(step, tongue)}
              </p>
            ))}
          </div>
          <p class={shown.enrolled.length > 1 ? 'verdict no' : 'verdict yes'} data-testid="race">
            {say('inTheEnd', tongue)}: {say('seated', tongue, { n: shown.enrolled.length })}{' '}
            <small>
              {shown.enrolled.length > 1
                ? say('overbooked', tongue)
                : `${shown.enrolled.join(', ')} · ${say('waiting', tongue)}: ${shown.waitlisted.join(', ')}`}
            </small>
          </p>
        </>
      )}
    </section>
  )
}

const stepText = ({ kind, note }: RaceStep, tongue: Tongue): string =>
  kind === 'read'
    ? say('reads', tongue, { note })
    : kind === 'write'
      ? say('writes', tongue, { note })
      : say('failsWrite', tongue)

import { useMemo } from 'preact/hooks'
import type { ClassRow, Duty, HeatCell, Reason, Seat } from '../worker/protocol.ts'
import type { Scene } from './app.tsx'
import { figureText, money } from './figure.ts'
import { Scroll } from './scroll.tsx'
import { dayOf } from './timeline.tsx'
import { say } from './words.ts'

type Given = { readonly scene: Scene; readonly onClass: (offeringId: string) => void }

/** What has not changed is not drawn again: the slider moves past many days on which nothing happened to a part. */
export const YearTab = ({ scene, onClass }: Given) => {
  const { tongue, frame, figures, isReady } = scene
  const { offeringId, classes, seats, duties, plan, heat, gaps, chain } = frame
  const deps = [tongue, isReady, scene.why]
  return (
    <>
      {useMemo(
        () => (
          <Figures scene={scene} />
        ),
        [figures, ...deps],
      )}
      <div class="grid">
        {useMemo(
          () => (
            <Board scene={scene} onClass={onClass} />
          ),
          [classes, offeringId, onClass, ...deps],
        )}
        {useMemo(
          () => (
            <Seats scene={scene} />
          ),
          [classes, seats, offeringId, ...deps],
        )}
        {useMemo(
          () => (
            <Duties scene={scene} />
          ),
          [duties, ...deps],
        )}
        {useMemo(
          () => (
            <Plan scene={scene} />
          ),
          [plan, ...deps],
        )}
        {useMemo(
          () => (
            <Gaps scene={scene} />
          ),
          [gaps, ...deps],
        )}
        {useMemo(
          () => (
            <Heat scene={scene} />
          ),
          [heat, ...deps],
        )}
        {useMemo(
          () => (
            <Chain scene={scene} />
          ),
          [chain, ...deps],
        )}
      </div>
    </>
  )
}

const Figures = ({ scene }: { readonly scene: Scene }) => {
  const { tongue, figures, word, why } = scene
  return (
    <section class="figures" aria-label={say('figures', tongue)}>
      {figures.map(({ metric, result }) => {
        const name = word(`metric.${metric}`)
        return (
          <button
            key={metric}
            type="button"
            class={result.status === 'ok' ? 'figure' : 'figure none'}
            title={word(`definition.${metric}`)}
            onClick={() => why(`${name} ${figureText(result, tongue)}`, { of: 'figure', metric })}
          >
            <span class="name">{name}</span>
            <span class="value" data-metric={metric}>
              {figureText(result, tongue)}
            </span>
            <span class="n">
              {result.status === 'ok'
                ? `n = ${Math.round(result.n).toLocaleString('en')}`
                : result.status === 'undefined' && result.reason.code !== 'ZeroDenominator'
                  ? result.reason.code
                  : say('noneYet', tongue)}
            </span>
          </button>
        )
      })}
    </section>
  )
}

const Empty = ({ scene }: { readonly scene: Scene }) => <p class="empty">{say('nothingYet', scene.tongue)}</p>

const Board = ({ scene, onClass }: Given) => {
  const { tongue, frame, title, word, why } = scene
  const most = Math.max(
    1,
    ...frame.classes.map((one) => Math.max(one.max ?? 0, heldIn(one)) + one.waitlisted),
  )
  return (
    <section class="card wide" aria-labelledby="board">
      <h2 id="board">{say('board', tongue)}</h2>
      <p class="sub">{say('boardLead', tongue)}</p>
      {frame.classes.length === 0 ? (
        <Empty scene={scene} />
      ) : (
        <Scroll label={say('board', tongue)} tongue={tongue}>
          <table class="board">
            <thead>
              <tr>
                <th scope="col">{say('class', tongue)}</th>
                <th scope="col">{say('status', tongue)}</th>
                <th scope="col">{say('begins', tongue)}</th>
                <th scope="col" class="bars">
                  {say('seats', tongue)}
                </th>
                <th scope="col" class="number">
                  {say('waiting', tongue)}
                </th>
                <th scope="col" class="number">
                  {say('ended', tongue)}
                </th>
              </tr>
            </thead>
            <tbody>
              {frame.classes.map((one) => (
                <tr key={one.id} class={one.id === frame.offeringId ? 'chosen' : ''}>
                  <th scope="row">
                    <button
                      type="button"
                      class="link"
                      aria-pressed={one.id === frame.offeringId}
                      onClick={() => onClass(one.id)}
                    >
                      {title(one.title)}
                    </button>
                  </th>
                  <td>
                    <span class={`pill ${one.status}`}>{word(`term.${one.status}`)}</span>
                  </td>
                  <td class="day">{dayOf(one.starts, tongue).replace(/ ?2025年?/, '')}</td>
                  <td class="bars">
                    <SeatBar
                      one={one}
                      most={most}
                      what={say('seats', tongue)}
                      onWhy={(text) =>
                        why(`${title(one.title)}: ${say('seats', tongue)} ${text}`, {
                          of: 'class',
                          offeringId: one.id,
                          counted: 'held',
                        })
                      }
                    />
                  </td>
                  <td class="number">
                    <Count
                      what={say('waiting', tongue)}
                      value={one.waitlisted}
                      onWhy={() =>
                        why(`${title(one.title)}: ${say('waiting', tongue)} ${one.waitlisted}`, {
                          of: 'class',
                          offeringId: one.id,
                          counted: 'waitlisted',
                        })
                      }
                    />
                  </td>
                  <td class="number">
                    <Count
                      what={say('ended', tongue)}
                      value={one.completed}
                      onWhy={() =>
                        why(`${title(one.title)}: ${say('ended', tongue)} ${one.completed}`, {
                          of: 'class',
                          offeringId: one.id,
                          counted: 'completed',
                        })
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

const Count = ({
  what,
  value,
  onWhy,
}: {
  readonly what: string
  readonly value: number
  readonly onWhy: () => void
}) =>
  value === 0 ? (
    <span class="zero">0</span>
  ) : (
    <button type="button" class="link number" aria-label={`${what}: ${value}`} onClick={onWhy}>
      {value}
    </button>
  )

/** Seats that are or were held. */
const heldIn = ({ enrolled, completed, failed, noShow }: ClassRow): number =>
  enrolled + completed + failed + noShow

const SeatBar = ({
  one,
  most,
  what,
  onWhy,
}: {
  readonly one: ClassRow
  readonly most: number
  readonly what: string
  readonly onWhy: (text: string) => void
}) => {
  const held = heldIn(one)
  const share = (count: number) => `${(count / most) * 100}%`
  const text = one.max === undefined ? `${held}` : `${held} / ${one.max}`
  return (
    <span class="seatbar">
      <span class="track">
        <span class="room" style={{ width: share(one.max ?? held) }} />
        <span class="held" style={{ width: share(held) }} />
        {one.waitlisted === 0 ? null : (
          <span
            class="wait"
            style={{ left: share(Math.max(held, one.max ?? held)), width: share(one.waitlisted) }}
          />
        )}
      </span>
      {held === 0 ? (
        <span class="text zero">{text}</span>
      ) : (
        <button type="button" class="link text" aria-label={`${what}: ${text}`} onClick={() => onWhy(text)}>
          {text}
        </button>
      )}
    </span>
  )
}

const holding = ['enrolled', 'completed', 'failed', 'noShow']

const Seats = ({ scene }: { readonly scene: Scene }) => {
  const { tongue, frame, title, word, why } = scene
  const shown = frame.classes.find(({ id }) => id === frame.offeringId)
  if (shown === undefined)
    return (
      <section class="card" aria-labelledby="seats">
        <h2 id="seats">{say('seats', tongue)}</h2>
        <Empty scene={scene} />
      </section>
    )
  const held = frame.seats.filter(({ status }) => holding.includes(status))
  const waits = frame.seats.filter(({ status }) => status === 'waitlisted' || status === 'offered')
  const gone = frame.seats.filter(
    ({ status }) => !holding.includes(status) && status !== 'waitlisted' && status !== 'offered',
  )
  const free = Math.max(0, (shown.max ?? held.length) - held.length)
  const seat = ({ learnerId, status }: Seat) => (
    <li key={learnerId}>
      <button
        type="button"
        class={`seat ${status}`}
        title={`${learnerId} · ${word(`term.${status}`)}`}
        aria-label={`${learnerId}: ${word(`term.${status}`)}`}
        onClick={() =>
          why(`${learnerId} · ${word(`term.${status}`)}`, {
            of: 'seat',
            offeringId: shown.id,
            learnerId,
          })
        }
      >
        {learnerId}
      </button>
    </li>
  )
  return (
    <section class="card" aria-labelledby="seats">
      <h2 id="seats">{say('seatsOf', tongue, { title: title(shown.title) })}</h2>
      <p class="sub">
        {held.length} {say('taken', tongue)}
        {shown.max === undefined ? '' : ` · ${free} ${say('free', tongue)}`}
      </p>
      <ul class="seats">
        {held.map(seat)}
        {Array.from({ length: free }, (_, at) => (
          <li key={`free-${at}`}>
            <span class="seat none" />
          </li>
        ))}
      </ul>
      <h3>{say('waitlist', tongue)}</h3>
      {waits.length === 0 ? (
        <p class="sub">{say('nobodyWaits', tongue)}</p>
      ) : (
        <ol class="seats queue">{waits.map(seat)}</ol>
      )}
      {gone.length === 0 ? null : (
        <>
          <h3>{say('othersHere', tongue)}</h3>
          <ul class="seats">{gone.map(seat)}</ul>
        </>
      )}
    </section>
  )
}

const states = ['overdue', 'inGrace', 'due', 'expiringSoon', 'current', 'waived']

/** More than this on one requirement, and squares are drawn small. */
const many = 120

const Duties = ({ scene }: { readonly scene: Scene }) => {
  const { tongue, frame, word, why } = scene
  const requirements = [...new Set(frame.duties.map(({ requirementId }) => requirementId))].sort()
  const there = states.filter((state) => frame.duties.some((one) => one.state === state))
  const square = ({ requirementId, learnerId, state, due }: Duty) => (
    <li key={learnerId}>
      <button
        type="button"
        class={`duty ${state}`}
        title={`${learnerId} · ${word(`term.${state}`)} · ${due}`}
        aria-label={`${learnerId}: ${word(`term.${state}`)}`}
        onClick={() =>
          why(`${learnerId} · ${word(`term.${state}`)}`, { of: 'duty', requirementId, learnerId })
        }
      />
    </li>
  )
  const rowsOf = (requirementId: string) => {
    const own = frame.duties.filter((one) => one.requirementId === requirementId)
    const departments = [...new Set(own.map(({ department }) => department))].sort()
    return (
      <div key={requirementId} class={own.length > many ? 'duties small' : 'duties'}>
        <h3>{word(`requirement.${requirementId}`)}</h3>
        {departments.map((department) => (
          <div class="dutyrow" key={department}>
            <span class="label">{word(`term.${department}`)}</span>
            <ul>
              {own
                .filter((one) => one.department === department)
                .sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state))
                .map(square)}
            </ul>
          </div>
        ))}
      </div>
    )
  }
  return (
    <section class="card half" aria-labelledby="duties">
      <h2 id="duties">{say('duties', tongue)}</h2>
      <p class="sub">{say('dutiesLead', tongue)}</p>
      {frame.duties.length === 0 ? (
        <Empty scene={scene} />
      ) : (
        <>
          {requirements.map(rowsOf)}
          <p class="legend">
            {there.map((state) => (
              <span key={state}>
                <i class={`duty ${state}`} />
                {word(`term.${state}`)} {frame.duties.filter((one) => one.state === state).length}
              </span>
            ))}
          </p>
        </>
      )}
    </section>
  )
}

const Plan = ({ scene }: { readonly scene: Scene }) => {
  const { tongue, frame, title, why } = scene
  return (
    <section class="card half" aria-labelledby="plan">
      <h2 id="plan">{say('plan', tongue)}</h2>
      <p class="sub">{say('planLead', tongue)}</p>
      {frame.plan.length === 0 ? (
        <Empty scene={scene} />
      ) : (
        frame.plan.map(({ lineId, title: name, planned, trained, budget, posted, currency }) => (
          <div class="planline" key={lineId}>
            <h3>{title(name)}</h3>
            {[
              {
                counted: 'trained' as const,
                what: say('people', tongue),
                share: planned === 0 ? 0 : trained / planned,
                text: say('ofPlanned', tongue, { a: trained, b: planned }),
              },
              {
                counted: 'posted' as const,
                what: say('money', tongue),
                share: budget === 0 ? 0 : posted / budget,
                text: say('ofPlanned', tongue, {
                  a: money(posted, currency, tongue),
                  b: money(budget, currency, tongue),
                }),
              },
            ].map(({ counted, what, share, text }) => (
              <button
                type="button"
                class="meter"
                key={what}
                onClick={() => why(`${title(name)}: ${what} ${text}`, { of: 'line', lineId, counted })}
              >
                <span class="label">{what}</span>
                <span class="bar">
                  <i style={{ width: `${Math.min(1, share) * 100}%` }} class={share > 1 ? 'over' : ''} />
                </span>
                <span class="text">{text}</span>
              </button>
            ))}
          </div>
        ))
      )}
    </section>
  )
}

const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`)

const Heat = ({ scene }: { readonly scene: Scene }) => {
  const { tongue, frame, word, why } = scene
  const rows = [...new Set(frame.heat.map(({ row }) => row))].sort()
  const most = Math.max(1, ...frame.heat.map(({ value }) => value))
  const nameOf = (month: string) =>
    new Date(`${month}-02`).toLocaleDateString(tongue === 'en' ? 'en' : 'zh-CN', { month: 'short' })
  const cell = (row: string, column: string): HeatCell | undefined =>
    frame.heat.find((one) => one.row === row && one.column === column)
  return (
    <section class="card wide" aria-labelledby="heat">
      <h2 id="heat">{say('heat', tongue)}</h2>
      <p class="sub">{say('heatLead', tongue)}</p>
      {rows.length === 0 ? (
        <Empty scene={scene} />
      ) : (
        <Scroll label={say('heat', tongue)} tongue={tongue}>
          <table class="heat">
            <thead>
              <tr>
                <th scope="col">{say('department', tongue)}</th>
                {months.map((month) => (
                  <th scope="col" key={month}>
                    {nameOf(month)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row}>
                  <th scope="row">{word(`term.${row}`)}</th>
                  {months.map((month) => {
                    const value = cell(row, month)?.value ?? 0
                    const depth = Math.sqrt(value / most)
                    const isDeep = depth > 0.7
                    return (
                      <td
                        key={month}
                        class={isDeep ? 'deep' : ''}
                        style={
                          value === 0
                            ? {}
                            : {
                                '--depth': `${Math.round(isDeep ? 84 + (depth - 0.7) * 53 : 8 + depth * 53)}%`,
                              }
                        }
                      >
                        {value === 0 ? (
                          ''
                        ) : (
                          <button
                            type="button"
                            aria-label={`${word(`term.${row}`)} ${nameOf(month)}: ${value.toLocaleString('en')} ${say('hours', tongue)}`}
                            onClick={() =>
                              why(
                                `${word(`term.${row}`)} · ${nameOf(month)}: ${value.toLocaleString('en')} ${say('hours', tongue)}`,
                                { of: 'hours', row, column: month },
                              )
                            }
                          >
                            {value.toLocaleString('en')}
                          </button>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

const Gaps = ({ scene }: { readonly scene: Scene }) => {
  const { tongue, frame, why } = scene
  return (
    <section class="card" aria-labelledby="gaps">
      <h2 id="gaps">{say('gaps', tongue)}</h2>
      <p class="sub">{say('gapsLead', tongue)}</p>
      {frame.gaps.length === 0 ? (
        <Empty scene={scene} />
      ) : (
        <ul class="gaps">
          {frame.gaps.map(({ role, competency, required, assessed, holders, missing }) => (
            <li key={`${role} ${competency}`}>
              <span>
                <strong>{role}</strong> {competency}{' '}
                <small>
                  {say('required', tongue)} {required}
                </small>
              </span>
              {assessed === 0 ? (
                <span class="gap unknown">{say('notAssessed', tongue)}</span>
              ) : (
                <button
                  type="button"
                  class={missing > 0 ? 'gap short' : 'gap'}
                  onClick={() =>
                    why(`${role}, ${competency}: ${say('gapCell', tongue, { missing, assessed, holders })}`, {
                      of: 'gap',
                      role,
                      competency,
                    })
                  }
                >
                  {say('gapCell', tongue, { missing, assessed, holders })}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Chain = ({ scene }: { readonly scene: Scene }) => {
  const { tongue, frame, title, why, word } = scene
  /** A metric of the library has a name; a number of the company's own has the name it was given. */
  const measured = (id: string): string => (/^M\d+\w?$/.test(id) ? `${word(`metric.${id}`)} (${id})` : id)
  const columns = ['driver', 'need', 'program', 'objective', 'measure'] as const
  return (
    <section class="card full" aria-labelledby="chain">
      <h2 id="chain">{say('chain', tongue)}</h2>
      <p class="sub">{say('chainLead', tongue)}</p>
      {frame.chain.length === 0 ? (
        <Empty scene={scene} />
      ) : (
        <Scroll label={say('chain', tongue)} tongue={tongue}>
          <table class="chain">
            <thead>
              <tr>
                {columns.map((one) => (
                  <th scope="col" key={one}>
                    {say(one, tongue)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {frame.chain.map((link, at) => (
                <tr key={at}>
                  {columns.map((one) => {
                    const text =
                      one === 'measure'
                        ? measured(link.measure)
                        : one === 'driver' && link.kind !== undefined
                          ? `${word(`term.${link.kind}`)} (${link.driver})`
                          : title(link[one])
                    const { needId, programId } = link
                    const reason: Reason | undefined =
                      one === 'need' && needId !== undefined
                        ? { of: 'chain', needId }
                        : one === 'program' && programId !== undefined
                          ? { of: 'chain', programId }
                          : undefined
                    return (
                      <td key={one} class={text === '' ? 'open' : ''}>
                        {text === '' ? (
                          ''
                        ) : reason === undefined ? (
                          text
                        ) : (
                          <button type="button" class="link" onClick={() => why(text, reason)}>
                            {text}
                          </button>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

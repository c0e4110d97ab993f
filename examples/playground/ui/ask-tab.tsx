import { useEffect, useState } from 'preact/hooks'
import type { Answer, AnyCommand, CommandForm, Refusal, Requests, Try } from '../worker/protocol.ts'
import type { Scene } from './app.tsx'
import { askWorker } from './ask-worker.ts'
import { Boundary } from './boundary.tsx'
import { EventList } from './event-list.tsx'
import { Field, type Value, withoutEmpty } from './schema-form.tsx'
import { dayOf } from './timeline.tsx'
import { pick, say, type Tongue } from './words.ts'

type Given = {
  readonly scene: Scene
  readonly tries: readonly Try[]
  readonly command: AnyCommand | undefined
  readonly onCommand: (command: AnyCommand) => void
  readonly onTry: (command: AnyCommand, at: string) => void
  readonly onKeep: (command: AnyCommand) => void
}
type Named = Requests['commands']['answer']

const blank = (type: string, { moment, frame }: Scene): AnyCommand => ({
  type,
  data:
    type === 'RequestEnrolment'
      ? { at: moment.at, offeringId: frame.offeringId, learnerId: 's001', source: 'self' }
      : { at: moment.at },
  metadata: { commandId: 'playground-1', actor: { id: 'ops-lin', role: 'operations' } },
})

export const AskTab = ({ scene, tries, command, onCommand, onTry, onKeep }: Given) => {
  const { tongue, moment, isReady } = scene
  const [commands, setCommands] = useState<Named>([])
  const [form, setForm] = useState<CommandForm>()
  const [answer, setAnswer] = useState<{ readonly to: AnyCommand; readonly answer: Answer }>()
  const [isDeciding, setDeciding] = useState(false)
  const [failure, setFailure] = useState<string>()
  const now = command ?? blank('RequestEnrolment', scene)
  const { type, data, metadata } = now

  useEffect(() => {
    if (isReady) askWorker('commands', null).then(setCommands, (error: Error) => setFailure(error.message))
  }, [isReady])
  useEffect(() => {
    if (isReady)
      askWorker('form', { type, moment, tongue }).then(setForm, (error: Error) => setFailure(error.message))
  }, [isReady, type, moment, tongue])

  const ask = (one: AnyCommand, at: string) => {
    setDeciding(true)
    setFailure(undefined)
    const asked = { ...one, data: withoutEmpty(one.data) }
    askWorker('ask', { moment: { ...moment, at }, command: asked })
      .then((answer) => setAnswer({ to: asked, answer }))
      .catch((error: Error) => setFailure(error.message))
      .finally(() => setDeciding(false))
  }
  const rooms = [...new Set(commands.map(({ room }) => room))]
  const actor = metadata.actor

  return (
    <div class="two">
      <section class="card" aria-labelledby="ask">
        <h2 id="ask">{say('ask', tongue)}</h2>
        <p class="sub">{say('askLead', tongue, { at: dayOf(moment.at, tongue) })}</p>
        <details class="tries" open={answer === undefined}>
          <summary>{say('tries', tongue)}</summary>
          <ul>
            {tries.map(({ code, command: one, learntAt, words }) => (
              <li key={code}>
                <button
                  type="button"
                  disabled={!isReady}
                  onClick={() => {
                    onTry(one, learntAt)
                    ask(one, learntAt)
                  }}
                >
                  <b>{pick(words, tongue)}</b> <span>{code}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            ask(now, moment.at)
          }}
        >
          <label class="field">
            <span>{say('command', tongue)}</span>
            <select
              value={type}
              disabled={commands.length === 0}
              onChange={(event) => onCommand(blank(event.currentTarget.value, scene))}
            >
              {commands.length === 0 ? (
                <option value={type}>{type}</option>
              ) : (
                rooms.map((room) => (
                  <optgroup key={room} label={room}>
                    {commands
                      .filter((one) => one.room === room)
                      .map(({ type: one, words }) => (
                        <option key={one} value={one}>
                          {one}: {pick(words, tongue)}
                        </option>
                      ))}
                  </optgroup>
                ))
              )}
            </select>
          </label>
          <div class="pair">
            <label class="field">
              <span>{say('asks', tongue)}</span>
              <select
                value={actor?.role ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  onCommand({
                    ...now,
                    metadata:
                      value === ''
                        ? { commandId: metadata.commandId }
                        : { ...metadata, actor: { id: actor?.id ?? 'ops-lin', role: value } },
                  })
                }
              >
                <option value="">{say('system', tongue)}</option>
                {[
                  ...new Set([
                    'operations',
                    'learner',
                    'manager',
                    'hrHead',
                    'departmentHead',
                    'trainer',
                    'finance',
                    ...(actor === undefined ? [] : [actor.role]),
                  ]),
                ].map((role) => (
                  <option key={role} value={role}>
                    {role}
                  </option>
                ))}
              </select>
            </label>
            <label class="field">
              <span>{say('askerId', tongue)}</span>
              <input
                value={actor?.id ?? ''}
                disabled={actor === undefined}
                onInput={({ currentTarget: { value } }) =>
                  actor !== undefined &&
                  onCommand({ ...now, metadata: { ...metadata, actor: { ...actor, id: value } } })
                }
              />
            </label>
          </div>
          {form?.type !== type ? (
            <p class="sub">{say('loading', tongue)}</p>
          ) : (
            <div class="schema">
              <Field
                tongue={tongue}
                name="data"
                schema={form.schema}
                ids={form.ids}
                value={data as Value}
                isRequired
                isRoot
                onChange={(next) => onCommand({ ...now, data: (next ?? {}) as AnyCommand['data'] })}
              />
            </div>
          )}
          <p class="actions">
            <button type="submit" class="main" disabled={!isReady || isDeciding}>
              {say(isDeciding ? 'deciding' : 'send', tongue)}
            </button>
            <button type="button" class="quiet" onClick={() => onKeep({ ...now, data: withoutEmpty(data) })}>
              {say('keep', tongue)}
            </button>
          </p>
          <details>
            <summary>{say('asJson', tongue)}</summary>
            <pre tabIndex={0}>{JSON.stringify({ ...now, data: withoutEmpty(data) }, null, 2)}</pre>
          </details>
        </form>
      </section>
      <section
        class="card answer"
        aria-live="polite"
        aria-busy={isDeciding}
        aria-label={say('boundary', tongue)}
      >
        {failure === undefined ? null : <p class="failure">{say('failed', tongue, { why: failure })}</p>}
        {answer === undefined ? (
          <p class="empty">{say(isDeciding ? 'deciding' : 'noAnswer', tongue)}</p>
        ) : (
          <Told {...answer} tongue={tongue} />
        )}
      </section>
    </div>
  )
}

export const RefusalWords = ({ refusal, tongue }: { readonly refusal: Refusal; readonly tongue: Tongue }) => (
  <>
    <p class="words" lang={tongue === 'en' ? 'en' : 'zh-CN'}>
      {pick(refusal.words, tongue)}
    </p>
    <p class="words other" lang={tongue === 'en' ? 'zh-CN' : 'en'}>
      {pick(refusal.words, tongue === 'en' ? 'zh' : 'en')}
    </p>
  </>
)

const Told = ({
  to,
  answer,
  tongue,
}: {
  readonly to: AnyCommand
  readonly answer: Answer
  readonly tongue: Tongue
}) => {
  const { accepted, refusal, events, followed, boundary } = answer
  return (
    <>
      <h2 class={accepted ? 'verdict yes' : 'verdict no'} data-testid="verdict">
        {say(accepted ? 'accepted' : 'refused', tongue)}{' '}
        <small>{refusal?.code ?? say('withEvents', tongue, { n: events.length })}</small>
      </h2>
      <p class="sub">{to.type}</p>
      {refusal === undefined ? (
        <EventList events={events} tongue={tongue} />
      ) : (
        <>
          <RefusalWords refusal={refusal} tongue={tongue} />
          <details>
            <summary>{say('asJson', tongue)}</summary>
            <pre tabIndex={0}>{JSON.stringify({ code: refusal.code, ...refusal.data }, null, 2)}</pre>
          </details>
        </>
      )}
      {followed.length === 0 ? null : (
        <>
          <h3>{say('followed', tongue)}</h3>
          <ul class="followed">
            {followed.map((one, at) => (
              <li key={at}>
                <b>{one.type}</b>{' '}
                {one.refusal === undefined
                  ? one.events.map((event) => event.type).join(', ')
                  : pick(one.refusal.words, tongue)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Boundary boundary={boundary} tongue={tongue} />
    </>
  )
}

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Evidence, Reason } from '../worker/protocol.ts'
import type { Scene } from './app.tsx'
import { askWorker } from './ask-worker.ts'
import { EventList } from './event-list.tsx'
import { say } from './words.ts'

type Given = {
  readonly scene: Scene
  readonly what: string
  readonly reason: Reason
  readonly onClose: () => void
}

export const WhyDialog = ({ scene, what, reason, onClose }: Given) => {
  const { tongue, moment } = scene
  const dialog = useRef<HTMLDialogElement>(null)
  const [evidence, setEvidence] = useState<Evidence>()
  const [done, setDone] = useState(0)
  const [failure, setFailure] = useState<string>()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    askWorker('why', { moment, reason }, setDone).then(setEvidence, (error: Error) =>
      setFailure(error.message),
    )
  }, [moment, reason])
  return (
    <dialog ref={dialog} class="why" aria-labelledby="why-title" onClose={onClose}>
      <div class="inside">
        <header>
          <h2 id="why-title">{say('whyThis', tongue, { what })}</h2>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {say('close', tongue)}
          </button>
        </header>
        {failure === undefined ? null : <p class="failure">{say('failed', tongue, { why: failure })}</p>}
        {evidence === undefined ? (
          <p role="status">
            {say('searching', tongue)} <progress max={1} value={done} aria-label={say('searching', tongue)} />
          </p>
        ) : (
          <>
            <p class="sub">{say('whyLead', tongue)}</p>
            <p class="sub" data-testid="evidence">
              {say('evidenceLead', tongue, {
                total: evidence.total.toLocaleString('en'),
                shown: evidence.events.length,
              })}
            </p>
            <p class="types">
              {evidence.byType.map(([type, count]) => (
                <span key={type}>
                  {type} <b>{count.toLocaleString('en')}</b>
                </span>
              ))}
            </p>
            <EventList events={evidence.events} tongue={tongue} />
          </>
        )}
      </div>
    </dialog>
  )
}

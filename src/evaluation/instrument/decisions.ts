import { accepted, defineDecision, refusedBy } from '../../kernel/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { evaluationRejections } from '../rejections.ts'
import { instrument } from './state.ts'

const events = evaluationEvents.make
const { VersionImmutable } = evaluationRejections

export const publishInstrumentVersion = defineDecision({
  command: commands.PublishInstrumentVersion,
  reads: { instrument },
  decide: (command, { instrument: { latest } }) =>
    refusedBy(
      command.version <= latest &&
        VersionImmutable({ instrumentId: command.instrumentId, version: command.version, latest }),
    ) ?? accepted(events.InstrumentVersionPublished(command)),
})

import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { planningRejections } from '../rejections.ts'
import { sop } from './state.ts'

const events = planningEvents.make
const { VersionImmutable, VersionOutOfOrder } = planningRejections

export const publishSopVersion = defineDecision({
  command: commands.PublishSopVersion,
  reads: { sop },
  decide: (command, { sop }) => {
    const { sopId, version } = command
    const next = sop.version + 1
    return (
      refusedBy(
        onlyFrom(sop.status, ['unknown', 'published'], 'PublishSopVersion'),
        version < next && VersionImmutable({ sopId, version }),
        version > next && VersionOutOfOrder({ version, next }),
      ) ?? accepted(events.SopVersionPublished(command))
    )
  },
})

export const retireSop = defineDecision({
  command: commands.RetireSop,
  reads: { sop },
  decide: (command, { sop }) =>
    refusedBy(
      sop.status === 'unknown' && Unknown({ what: 'sop', id: command.sopId }),
      onlyFrom(sop.status, ['published'], 'RetireSop'),
    ) ?? accepted(events.SopRetired(command)),
})

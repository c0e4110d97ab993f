import { accepted, canonical, defineDecision, digestOf, refusedBy, Unknown } from '../../kernel/index.ts'
import { needsEvents } from '../events.ts'
import { needsRejections } from '../rejections.ts'
import { frameworkCommands as commands } from './commands.ts'
import {
  belongsToAnother,
  everyParentIsThere,
  everyRequirementHolds,
  isNew,
  mustBeBegun,
  mustBeInForce,
  nothingRestsOnIt,
} from './rules.ts'
import { snapshotOf } from './snapshot.ts'
import { competencyFramework } from './state.ts'

const events = needsEvents.make
const { VersionImmutable, VersionOutOfOrder } = needsRejections

export const defineScale = defineDecision({
  command: commands.DefineScale,
  reads: { competencyFramework },
  decide: (command, { competencyFramework: { scales } }) =>
    refusedBy(isNew('scale', command.scale, scales)) ?? accepted(events.ProficiencyScaleDefined(command)),
})

export const defineCompetency = defineDecision({
  command: commands.DefineCompetency,
  reads: { competencyFramework },
  decide: (command, { competencyFramework }) =>
    refusedBy(
      mustBeBegun(competencyFramework, command.frameworkId),
      isNew('competency', command.competency, competencyFramework.competencies),
      competencyFramework.scales[command.scale] === undefined &&
        Unknown({ what: 'scale', id: command.scale }),
      belongsToAnother(competencyFramework, command, 'DefineCompetency'),
    ) ?? accepted(events.CompetencyDefined(command)),
})

/** A fact that is stated again without a change gives no event. */
const isAlreadySo = (held: object | undefined, stated: object) =>
  held !== undefined && canonical(held) === canonical(stated)

export const reviseCompetency = defineDecision({
  command: commands.ReviseCompetency,
  reads: { competencyFramework },
  decide: (command, { competencyFramework }) => {
    const refused = refusedBy(
      mustBeBegun(competencyFramework, command.frameworkId),
      mustBeInForce(competencyFramework, command.competency, 'ReviseCompetency'),
      belongsToAnother(competencyFramework, command, 'ReviseCompetency'),
    )
    if (refused !== undefined) return refused
    const { at, frameworkId, competency, ...stated } = command
    const { scale, retired, ...held } = competencyFramework.competencies[competency] ?? {}
    return isAlreadySo(held, stated) ? accepted() : accepted(events.CompetencyRevised(command))
  },
})

export const setRoleProfile = defineDecision({
  command: commands.SetRoleProfile,
  reads: { competencyFramework },
  decide: (command, { competencyFramework }) => {
    const refused = refusedBy(
      mustBeBegun(competencyFramework, command.frameworkId),
      everyRequirementHolds(competencyFramework, command.requirements),
    )
    if (refused !== undefined) return refused
    const { at, frameworkId, role, ...stated } = command
    return isAlreadySo(competencyFramework.roles[role], stated)
      ? accepted()
      : accepted(events.RoleProfileSet(command))
  },
})

export const retireCompetency = defineDecision({
  command: commands.RetireCompetency,
  reads: { competencyFramework },
  decide: (command, { competencyFramework }) =>
    refusedBy(
      mustBeBegun(competencyFramework, command.frameworkId),
      mustBeInForce(competencyFramework, command.competency, 'RetireCompetency'),
      nothingRestsOnIt(competencyFramework, command.competency),
    ) ?? accepted(events.CompetencyRetired(command)),
})

export const publishFramework = defineDecision({
  command: commands.PublishFramework,
  reads: { competencyFramework },
  decide: ({ at, frameworkId, version }, { competencyFramework }) => {
    const next = competencyFramework.version + 1
    const refused = refusedBy(
      mustBeBegun(competencyFramework, frameworkId),
      version < next && VersionImmutable({ frameworkId, version }),
      version > next && VersionOutOfOrder({ version, next }),
      everyParentIsThere(competencyFramework),
    )
    if (refused !== undefined) return refused
    const snapshot = snapshotOf(competencyFramework)
    return accepted(
      events.FrameworkPublished({ at, frameworkId, version, ...snapshot, digest: digestOf(snapshot) }),
    )
  },
})

import { onlyFrom, Unknown } from '../../kernel/index.ts'
import { needsRejections } from '../rejections.ts'
import type { Requirement } from './shapes.ts'
import type { CompetencyFrameworkState, FrameworkCompetency, PublishedFrameworkState } from './state.ts'

const { CompetencyInUse, CompetencyTreeCycle, DuplicateCode, LevelOffScale } = needsRejections

export const mustBeBegun = ({ status }: CompetencyFrameworkState, frameworkId: string) =>
  status === 'unknown' && Unknown({ what: 'competencyFramework', id: frameworkId })

export const mustBePublished = ({ version }: PublishedFrameworkState, frameworkId: string) =>
  version === 0 && Unknown({ what: 'publishedFramework', id: frameworkId })

export const isNew = (what: 'scale' | 'competency', taken: string, among: object) =>
  Object.hasOwn(among, taken) && DuplicateCode({ what, taken })

export const mustBeOnScale = (competency: string, level: number, levels: readonly number[]) =>
  !levels.includes(level) && LevelOffScale({ competency, level, levels })

/** The competency is there, and still asked of people. */
export const mustBeInForce = (
  { competencies }: CompetencyFrameworkState,
  competency: string,
  command: string,
) => {
  const stated = competencies[competency]
  if (stated === undefined) return Unknown({ what: 'competency', id: competency })
  return onlyFrom(stateOf(stated), ['active'], command)
}

const stateOf = ({ retired }: FrameworkCompetency) => (retired ? 'retired' : 'active')

/** The way up from a competency back to itself, if the parent closes one. */
const cycleOver = (
  { competencies }: CompetencyFrameworkState,
  competency: string,
  parent: string,
): readonly string[] | undefined => {
  const path = [competency]
  for (let here: string | undefined = parent; here !== undefined; here = competencies[here]?.parent) {
    path.push(here)
    if (here === competency) return path
  }
  return undefined
}

/** A competency is part of one that is in force or still to be defined, and never of itself. */
export const belongsToAnother = (
  framework: CompetencyFrameworkState,
  { competency, parent }: { readonly competency: string; readonly parent?: string | undefined },
  command: string,
) => {
  if (parent === undefined) return false
  const path = cycleOver(framework, competency, parent)
  if (path !== undefined) return CompetencyTreeCycle({ path })
  const stated = framework.competencies[parent]
  return stated !== undefined && onlyFrom(stateOf(stated), ['active'], command)
}

export const everyRequirementHolds = (
  framework: CompetencyFrameworkState,
  requirements: readonly Requirement[],
) => {
  for (const { competency, requiredLevel } of requirements) {
    const { scale = '' } = framework.competencies[competency] ?? {}
    const levels = framework.scales[scale]?.levels.map(({ level }) => level) ?? []
    const rejection =
      mustBeInForce(framework, competency, 'SetRoleProfile') ||
      mustBeOnScale(competency, requiredLevel, levels)
    if (rejection) return rejection
  }
  return false
}

/** No role asks for it, and nothing in force is part of it. */
export const nothingRestsOnIt = ({ competencies, roles }: CompetencyFrameworkState, competency: string) => {
  const asking = Object.keys(roles).filter((role) =>
    roles[role]?.requirements.some((one) => one.competency === competency),
  )
  const parts = Object.keys(competencies).filter((part) => {
    const { parent, retired = true } = competencies[part] ?? {}
    return parent === competency && !retired
  })
  return (asking.length > 0 || parts.length > 0) && CompetencyInUse({ competency, roles: asking, parts })
}

export const everyParentIsThere = ({ competencies }: CompetencyFrameworkState) => {
  const missing = Object.values(competencies).find(
    ({ parent, retired }) => !retired && parent !== undefined && competencies[parent] === undefined,
  )
  return missing?.parent !== undefined && Unknown({ what: 'competency', id: missing.parent })
}

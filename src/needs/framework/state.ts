import { type DataOf, projections } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import type { NeedsEvent } from '../events.ts'
import type { Requirement } from './shapes.ts'
import { type FrameworkStatus, frameworkMoves } from './status.ts'

const projection = projections<NeedsEvent>()

type Scale = Pick<DataOf<NeedsEvent, 'ProficiencyScaleDefined'>, 'title' | 'levels'>
type Defined = DataOf<NeedsEvent, 'CompetencyDefined'>
type Profile = DataOf<NeedsEvent, 'RoleProfileSet'>

export type FrameworkCompetency = Omit<Defined, 'at' | 'frameworkId' | 'competency'> & { retired: boolean }
export type RoleProfile = Omit<Profile, 'at' | 'frameworkId' | 'role'>

/** A framework as it is being written. */
export type CompetencyFrameworkState = {
  status: FrameworkStatus
  /** The last one published; 0 before the first. */
  version: number
  scales: Record<string, Scale>
  competencies: Record<string, FrameworkCompetency>
  roles: Record<string, RoleProfile>
}

/** A competency framework: its scales, its competencies and what roles ask for. */
export const competencyFramework = projection({
  name: 'competencyFramework',
  by: ['frameworkId'],
  initial: (): CompetencyFrameworkState => ({
    status: 'unknown',
    version: 0,
    scales: {},
    competencies: {},
    roles: {},
  }),
  on: [
    frameworkMoves,
    {
      ProficiencyScaleDefined: (framework, { scale, title, levels }) => {
        framework.scales[scale] = { title, levels }
      },
      CompetencyDefined: (framework, { at, frameworkId, competency, ...defined }) => {
        framework.competencies[competency] = { ...defined, retired: false }
      },
      CompetencyRevised: (framework, { at, frameworkId, competency, ...revised }) => {
        const before = framework.competencies[competency]
        if (before !== undefined)
          framework.competencies[competency] = { ...revised, scale: before.scale, retired: before.retired }
      },
      CompetencyRetired: (framework, { competency }) => {
        const retired = framework.competencies[competency]
        if (retired !== undefined) retired.retired = true
      },
      RoleProfileSet: (framework, { at, frameworkId, role, ...profile }) => {
        framework.roles[role] = profile
      },
      FrameworkPublished: (framework, { version }) => {
        framework.version = version
      },
    },
  ],
})

export type PublishedFrameworkState = {
  /** 0: nothing was published yet. */
  version: number
  /** By competency: its scale, and the levels there are on it. */
  competencies: Record<string, { scale: string; levels: number[] }>
  roles: Record<string, { segment?: RoleProfile['segment']; requirements: Requirement[] }>
}

/** The version of a framework by which people are assigned and assessed. */
export const publishedFramework = projection({
  name: 'publishedFramework',
  by: ['frameworkId'],
  initial: (): PublishedFrameworkState => ({ version: 0, competencies: {}, roles: {} }),
  on: {
    FrameworkPublished: (framework, { version, scales, competencies, roles }) => {
      const levelsOf = new Map(scales.map(({ scale, levels }) => [scale, levels.map(({ level }) => level)]))
      framework.version = version
      framework.competencies = Object.fromEntries(
        competencies.map(({ competency, scale }) => [
          competency,
          { scale, levels: levelsOf.get(scale) ?? [] },
        ]),
      )
      framework.roles = Object.fromEntries(
        roles.map(({ role, segment, requirements }) => [role, { requirements, ...given({ segment }) }]),
      )
    },
  },
})

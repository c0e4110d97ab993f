import type { CompetencyFrameworkState } from './state.ts'

/** The content of a version: every scale, the competencies in force, and what roles ask for. */
export const snapshotOf = ({ scales, competencies, roles }: CompetencyFrameworkState) => ({
  scales: Object.entries(scales).map(([scale, { title, levels }]) => ({ scale, title, levels })),
  competencies: Object.entries(competencies).flatMap(([competency, { retired, ...rest }]) =>
    retired ? [] : [{ competency, ...rest }],
  ),
  roles: Object.entries(roles).map(([role, profile]) => ({ role, ...profile })),
})

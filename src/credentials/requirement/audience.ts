import { isWithin, type Segment } from '../../vocabulary/index.ts'
import type { Audience } from './terms.ts'

/** One of the segments and one of the roles; an empty list is no restriction. */
export const isMeantFor = (audience: Audience, segment: Segment, roles: readonly string[]): boolean =>
  (audience.segments.length === 0 || audience.segments.some((wider) => isWithin(segment, wider))) &&
  (audience.roles.length === 0 || audience.roles.some((role) => roles.includes(role)))

import {
  type AnyProjection,
  completion,
  evolve,
  fold,
  kirkpatrick,
  offeringBoard,
  programStatus,
  trainingHours,
} from 'training-ops'
import { describe, expect, test } from 'vitest'
import { everything } from './a-program.ts'

const views: readonly AnyProjection[] = [kirkpatrick, programStatus, offeringBoard, trainingHours, completion]

describe.each(views.map((view) => [view.name, view] as const))('%s', (_name, view) => {
  test('is the same folded at once and event by event', () => {
    const oneByOne = everything.reduce((state, event) => evolve(view, state, event), view.initial())
    expect(oneByOne).toEqual(fold(view, everything))
  })
})

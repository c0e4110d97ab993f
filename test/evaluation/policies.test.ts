import { scenario } from 'training-ops/testing'
import { describe, test } from 'vitest'
import {
  came,
  completed,
  evaluationId,
  happened,
  offeringId,
  plan,
  planned,
  programId,
  scheduled,
  session,
  training,
  zone,
} from './a-study.ts'

const story = scenario(training)
const version = (instrumentId: string) => ({ instrumentId, version: 1 })
const asking = (instruments: object) => happened.EvaluationStudyPlanned({ ...plan, instruments })
const asked = { programId, offeringId, anonymity: 'confidential', k: 3, channel: 'online' }
const invite = (at: string, administrationId: string, learnerId: string) => ({
  type: 'InviteRespondent',
  data: { at, administrationId, respondentId: learnerId, learnerId, role: 'self' },
})

describe('when a class is over', () => {
  test('those who came are asked what they thought, for seven days', () => {
    const administrationId = 'e-1.o-1.reaction'
    const { at } = completed.data
    story
      .given(scheduled, asking({ reaction: version('smile') }), came('ada'), came('bo', 0), came('cy'))
      .whenHappened(completed)
      .thenCommands(
        {
          type: 'OpenAdministration',
          data: {
            at,
            administrationId,
            ...version('smile'),
            purpose: 'reaction',
            ...asked,
            window: { opens: at, closes: '2026-04-14T01:00:00.000Z' },
          },
        },
        invite(at, administrationId, 'ada'),
        invite(at, administrationId, 'cy'),
      )
  })
  test('behaviour is looked at two months after the end', () => {
    story
      .given(scheduled, asking({ followUp: version('conduct') }))
      .whenHappened(completed)
      .thenCommands({
        type: 'ScheduleFollowUp',
        data: {
          at: completed.data.at,
          evaluationId,
          programId,
          offeringId,
          dueAt: '2026-06-06T09:00:00.000Z',
        },
      })
  })
  test('nobody is asked anything where no study names an instrument', () => {
    story.given(scheduled, planned, came('ada')).whenHappened(completed).thenCommands()
  })
  test('nobody is asked anything for a study that is closed', () => {
    const closed = happened.EvaluationClosed({ at: plan.at, evaluationId, programId })
    story
      .given(scheduled, asking({ reaction: version('smile') }), closed, came('ada'))
      .whenHappened(completed)
      .thenCommands()
  })
})

describe('when the follow-up was scheduled', () => {
  const dueAt = '2026-06-06T09:00:00.000Z'
  const to = '2026-07-06T09:00:00.000Z'
  const followUp = happened.FollowUpScheduled({
    at: completed.data.at,
    evaluationId,
    programId,
    offeringId,
    endedAt: session.end,
    zone,
    from: '2026-05-06T09:00:00.000Z',
    to,
    dueAt,
  })

  test('it opens on the day, until three months after the end', () => {
    const administrationId = 'e-1.o-1.followUp'
    story
      .given(asking({ followUp: version('conduct') }), came('ada'))
      .whenHappened(followUp)
      .thenDeadlines(
        {
          dueAt,
          command: {
            type: 'OpenAdministration',
            data: {
              at: dueAt,
              administrationId,
              ...version('conduct'),
              purpose: 'followUp',
              ...asked,
              window: { opens: dueAt, closes: to },
            },
          },
        },
        { dueAt, command: invite(dueAt, administrationId, 'ada') },
      )
  })
  test('nothing opens where no instrument is named', () => {
    story.given(planned, came('ada')).whenHappened(followUp).thenDeadlines()
  })
})

import {
  type CompetencyFrameworkState,
  competencyFramework,
  digestOf,
  publishedFramework,
} from 'training-ops'
import { scenario } from 'training-ops/testing'
import { describe, expect, test } from 'vitest'
import {
  asked,
  at,
  competency,
  defined,
  frameworkId,
  happened,
  here,
  levels,
  profile,
  profiled,
  scale,
  scaled,
  training,
} from './a-framework.ts'

const story = scenario(training)
const unknown = (what: string, id: string) => ({ code: 'Unknown', what, id })
const retired = (code: string) => happened.CompetencyRetired({ ...here, competency: code })
const publish = (version: number) => ({ type: 'PublishFramework' as const, data: { ...here, version } })

describe('a scale', () => {
  test('tells levels of proficiency apart', () => {
    story.given().when({ type: 'DefineScale', data: scale }).then(scaled)
  })
  test('is defined once, and stays as it is', () => {
    story
      .given(scaled)
      .when({ type: 'DefineScale', data: { ...scale, title: 'Other steps' } })
      .thenRejected({ code: 'DuplicateCode', what: 'scale', taken: 'three' })
  })
  test('has each level once', () => {
    story
      .given()
      .when({ type: 'DefineScale', data: { ...scale, levels: [levels[0], levels[0]] as typeof levels } })
      .thenRejected({
        code: 'InvalidCommand',
        issues: [{ path: ['data', 'levels', 1], code: 'DuplicateId' }],
      })
  })
})

describe('a competency', () => {
  const define = (code: string, more: object = {}) => ({
    type: 'DefineCompetency' as const,
    data: competency(code, more),
  })
  const revise = (code: string, more: object = {}) => {
    const { scale: _, ...data } = competency(code, more)
    return { type: 'ReviseCompetency' as const, data }
  }
  test('is rated on a scale, and may be found in frameworks of others', () => {
    const alignments = [
      {
        scheme: 'ESCO',
        identifier: 'http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000',
        relation: 'closeMatch' as const,
        release: 'v1.2.0',
      },
      { scheme: 'O*NET', identifier: '2.A.1.b', relation: 'broadMatch' as const },
    ]
    story.given(scaled).when(define('asking', { alignments })).then(defined('asking', { alignments }))
  })
  test('needs a framework and a scale that are there', () => {
    story.given().when(define('asking')).thenRejected(unknown('competencyFramework', frameworkId))
    story
      .given(scaled)
      .when(define('asking', { scale: 'five' }))
      .thenRejected(unknown('scale', 'five'))
    for (const command of [
      revise('asking'),
      { type: 'SetRoleProfile' as const, data: profile('seller', asked('asking')) },
      { type: 'RetireCompetency' as const, data: { ...here, competency: 'asking' } },
      publish(1),
    ])
      story.given().when(command).thenRejected(unknown('competencyFramework', frameworkId))
  })
  test('has a code of its own', () => {
    story
      .given(scaled, defined('asking'))
      .when(define('asking'))
      .thenRejected({ code: 'DuplicateCode', what: 'competency', taken: 'asking' })
  })
  test('may be part of one that is defined only later', () => {
    story
      .given(scaled)
      .when(define('asking', { parent: 'selling' }))
      .then(defined('asking', { parent: 'selling' }))
  })
  test('is never part of itself, however far up', () => {
    const past = [scaled, defined('a', { parent: 'b' }), defined('b', { parent: 'c' })] as const
    story
      .given(scaled)
      .when(define('a', { parent: 'a' }))
      .thenRejected({ code: 'CompetencyTreeCycle', path: ['a', 'a'] })
    story
      .given(...past)
      .when(define('c', { parent: 'a' }))
      .thenRejected({ code: 'CompetencyTreeCycle', path: ['c', 'a', 'b', 'c'] })
    story
      .given(...past, defined('c'))
      .when(revise('c', { parent: 'a' }))
      .thenRejected({ code: 'CompetencyTreeCycle', path: ['c', 'a', 'b', 'c'] })
  })
  test('may be told in other words and moved, on the scale it has', () => {
    const { type, data } = revise('asking', { title: 'Asking first', parent: 'selling' })
    const revised = happened.CompetencyRevised(data)
    const past = [scaled, defined('selling'), defined('asking')] as const
    story
      .given(...past)
      .when({ type, data })
      .then(revised)
    const framework = training.project(competencyFramework, [...past, revised])[frameworkId]
    expect(framework?.competencies.asking).toEqual({
      title: 'Asking first',
      parent: 'selling',
      scale: 'three',
      alignments: [],
      retired: false,
    })
    story.given(scaled).when({ type, data }).thenRejected(unknown('competency', 'asking'))
  })
  test('is retired when no role asks for it and nothing is part of it', () => {
    const retire = { type: 'RetireCompetency' as const, data: { ...here, competency: 'selling' } }
    const past = [scaled, defined('selling')] as const
    story
      .given(...past)
      .when(retire)
      .then(retired('selling'))
    story
      .given(...past, defined('asking', { parent: 'selling' }), profiled('seller', asked('selling')))
      .when(retire)
      .thenRejected({ code: 'CompetencyInUse', competency: 'selling', roles: ['seller'], parts: ['asking'] })
    story
      .given(...past, defined('asking', { parent: 'selling' }), retired('asking'))
      .when(retire)
      .then(retired('selling'))
  })
  test('that is retired is asked of nobody and takes nothing in', () => {
    const past = [scaled, defined('asking'), retired('asking')] as const
    const refused = (command: string) => ({ code: 'IllegalTransition', from: 'retired', command })
    story
      .given(...past)
      .when({ type: 'SetRoleProfile', data: profile('seller', asked('asking')) })
      .thenRejected(refused('SetRoleProfile'))
    story
      .given(...past)
      .when(define('listening', { parent: 'asking' }))
      .thenRejected(refused('DefineCompetency'))
    story
      .given(...past)
      .when(revise('asking'))
      .thenRejected(refused('ReviseCompetency'))
    story
      .given(...past)
      .when({ type: 'RetireCompetency', data: { ...here, competency: 'asking' } })
      .thenRejected(refused('RetireCompetency'))
  })
})

describe('a role profile', () => {
  const past = [scaled, defined('asking')] as const
  test('says which level of which competency a role asks for, and how much it matters', () => {
    const requirement = asked('asking', 3, { difficulty: 4, frequency: 5 })
    story
      .given(...past)
      .when({ type: 'SetRoleProfile', data: profile('seller', requirement) })
      .then(profiled('seller', requirement))
  })
  test('set once more as it stands, or a competency revised to what it is, changes nothing', () => {
    const settled = [scaled, defined('asking'), profiled('seller', asked('asking'))] as const
    story
      .given(...settled)
      .when({
        type: 'SetRoleProfile',
        data: { ...profile('seller', asked('asking')), at: '2026-02-05T01:00:00.000Z' },
      })
      .thenNothing()
    story
      .given(...settled)
      .when({ type: 'SetRoleProfile', data: profile('seller', asked('asking', 3)) })
      .then(profiled('seller', asked('asking', 3)))
    const { scale: _, ...told } = competency('asking')
    story
      .given(...settled)
      .when({ type: 'ReviseCompetency', data: told })
      .thenNothing()
    const better = { ...told, title: 'Asks before offering' }
    story
      .given(...settled)
      .when({ type: 'ReviseCompetency', data: better })
      .then(happened.CompetencyRevised(better))
  })
  test('asks for levels that are on the scale', () => {
    story
      .given(...past)
      .when({ type: 'SetRoleProfile', data: profile('seller', asked('asking', 4)) })
      .thenRejected({ code: 'LevelOffScale', competency: 'asking', level: 4, levels: [1, 2, 3] })
  })
  test('asks for competencies that are there, each once', () => {
    story
      .given(...past)
      .when({ type: 'SetRoleProfile', data: profile('seller', asked('flying')) })
      .thenRejected(unknown('competency', 'flying'))
    story
      .given(...past)
      .when({ type: 'SetRoleProfile', data: profile('seller', asked('asking'), asked('asking', 3)) })
      .thenRejected({
        code: 'InvalidCommand',
        issues: [{ path: ['data', 'requirements', 1], code: 'DuplicateId' }],
      })
  })
})

describe('a version of a framework', () => {
  const past = [
    scaled,
    defined('asking'),
    defined('flying'),
    retired('flying'),
    profiled('seller', asked('asking', 3)),
  ] as const
  const contents = {
    scales: [{ scale: 'three', title: 'Three steps', levels }],
    competencies: [{ competency: 'asking', scale: 'three', title: 'Competency asking', alignments: [] }],
    roles: [{ role: 'seller', segment: { jobFamily: 'sales' }, requirements: [asked('asking', 3)] }],
  }
  const first = happened.FrameworkPublished({ ...here, version: 1, ...contents, digest: digestOf(contents) })
  test('holds what is in force, with its digest', () => {
    story
      .given(...past)
      .when(publish(1))
      .then(first)
  })
  test('is published once, in order', () => {
    story
      .given(...past, first)
      .when(publish(1))
      .thenRejected({ code: 'VersionImmutable', frameworkId, version: 1 })
    story
      .given(...past, first)
      .when(publish(3))
      .thenRejected({ code: 'VersionOutOfOrder', version: 3, next: 2 })
  })
  test('has no competency that is part of one nobody defined', () => {
    story
      .given(...past, defined('listening', { parent: 'hearing' }))
      .when(publish(1))
      .thenRejected(unknown('competency', 'hearing'))
  })
  test('is what people are assigned and assessed by until the next one', () => {
    const draft = [...past, first, defined('closing'), profiled('seller', asked('closing'))]
    expect(training.project(publishedFramework, draft)[frameworkId]).toEqual({
      version: 1,
      competencies: { asking: { scale: 'three', levels: [1, 2, 3] } },
      roles: { seller: { segment: { jobFamily: 'sales' }, requirements: [asked('asking', 3)] } },
    })
    const { competencies } = training.project(competencyFramework, draft)[
      frameworkId
    ] as CompetencyFrameworkState
    expect(Object.keys(competencies)).toEqual(['asking', 'flying', 'closing'])
    expect(at).toBe(first.data.at)
  })
})

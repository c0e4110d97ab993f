/** An adversary with every published table, subtraction and linear programming. The long run is `scripts/attack-releases.ts`. */
import { disclosureAudit } from 'training-ops/metrics'
import { describe, expect, it } from 'vitest'
import { attack } from './adversary.ts'
import { type GeneratedRelease, generatedRelease, published } from './releases.ts'
import { safeguards } from './safeguards.ts'

const promises = [
  { k: 3, protection: 0 },
  { k: 4, protection: 1 },
  { k: 5, protection: 2 },
]
const seeds = Array.from({ length: 50 }, (_, seed) => seed)
const promiseOf = (seed: number) => promises[seed % promises.length] as (typeof promises)[number]
const releases = seeds.map((seed): GeneratedRelease => generatedRelease(seed, 'small'))
/** A segment of two people in the second version, inside one of whom the first told that all were satisfied. */
const lastOfOneMind = [generatedRelease(180, 'small'), { k: 3, protection: 0 }] as const

describe('an adversary who has all published tables', () => {
  it('finds nobody in 50 releases, and the audit proves it', () => {
    for (const [seed, release] of releases.entries()) {
      const promise = promiseOf(seed)
      const { shown, groups, alreadyDisclosed } = published(release, promise)
      const { status } = disclosureAudit({ ...release, figures: shown, suppressed: groups, ...promise })
      const found = attack({ ...release, shown, groups, ...promise })
      expect({ seed, status, alreadyDisclosed, found }).toEqual({
        seed,
        status: 'protected',
        alreadyDisclosed: 0,
        found: undefined,
      })
    }
  })

  it.each(Object.entries(safeguards))(
    'finds somebody where this safeguard is taken out: %s',
    (_, without) => {
      const all = [...releases.map((release, seed) => [release, promiseOf(seed)] as const), lastOfOneMind]
      const isFound = all.some(([release, promise]) => {
        const left = without(release, promise)
        return left !== undefined && attack({ ...release, ...left, ...promise }) !== undefined
      })
      expect(isFound).toBe(true)
    },
  )

  it('tells enough all the same: of 50 small releases more than a quarter of the figures are shown', () => {
    const all = releases.map((release, seed) => ({ release, ...published(release, promiseOf(seed)) }))
    const shown = all.reduce((sum, one) => sum + one.shown.length, 0)
    expect(shown / all.reduce((sum, { release }) => sum + release.versions.flat().length, 0)).toBeGreaterThan(
      0.25,
    )
  })
})

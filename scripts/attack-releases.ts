/**
 * `npx tsx --conditions=@training-ops/source scripts/attack-releases.ts [releases] [first seed]`: an adversary with all published tables,
 * subtraction and a linear program against generated releases (1,000 unless said otherwise), and against each with one
 * safeguard taken out. Exits with 1 where somebody is found who should not be, or nobody who should.
 */
import { disclosureAudit } from 'training-ops/metrics'
import { attack } from '../test/metrics/disclosure/adversary.ts'
import { generatedRelease, published } from '../test/metrics/disclosure/releases.ts'
import { safeguards } from '../test/metrics/disclosure/safeguards.ts'

const [many = 1000, first = 0] = process.argv.slice(2).map(Number)
const promises = [3, 4, 5].flatMap((k) => [0, 1, 2].map((protection) => ({ k, protection })))
const broken = new Map(Object.keys(safeguards).map((name) => [name, { tried: 0, found: 0 }]))
let [found, unproved, already, shown, all, slowest] = [0, 0, 0, 0, 0, 0]

for (let seed = first; seed < first + many; seed += 1) {
  const promise = promises[seed % promises.length] as (typeof promises)[number]
  const release = generatedRelease(seed, seed % 2 === 0 ? 'small' : 'large')
  const from = performance.now()
  const one = published(release, promise)
  slowest = Math.max(slowest, performance.now() - from)
  shown += one.shown.length
  all += release.versions.flat().length
  already += one.alreadyDisclosed
  const audit = disclosureAudit({ ...release, figures: one.shown, suppressed: one.groups, ...promise })
  if (audit.status !== 'protected') {
    unproved += 1
    console.log(`seed ${seed}: ${audit.status}`, audit.disclosures[0])
  }
  const isFound = attack({ ...release, ...one, ...promise })
  if (isFound !== undefined) {
    found += 1
    console.log(`seed ${seed}: ${isFound}`)
  }
  if (seed % 10 !== 0) continue
  for (const [name, without] of Object.entries(safeguards)) {
    const left = without(release, promise)
    const count = broken.get(name)
    if (left === undefined || count === undefined) continue
    count.tried += 1
    if (attack({ ...release, ...left, ...promise }) !== undefined) count.found += 1
  }
}

console.log(`${many} releases, ${all} figures, ${shown} shown (${((100 * shown) / all).toFixed(0)} %)`)
console.log(
  `the adversary finds somebody in ${found}; the audit does not prove ${unproved}; earlier releases gave away ${already}`,
)
console.log(`slowest release: ${slowest.toFixed(0)} ms`)
for (const [name, { tried, found: times }] of broken)
  console.log(
    `without "${name}": somebody is found in ${times} of ${tried} releases in which it had something to do`,
  )
const isIdle = [...broken.values()].some((one) => one.found === 0)
process.exitCode = found > 0 || unproved > 0 || already > 0 || (isIdle && many >= 100) ? 1 : 0

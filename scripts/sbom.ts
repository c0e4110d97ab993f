/**
 * What is in the published package, as CycloneDX on standard output: what it depends on, and what is bundled into it, which
 * `npm sbom --omit dev` does not know. `npx tsx scripts/sbom.ts > sbom.cdx.json`; the release does it.
 */
import { bundled } from './bundled.ts'
import { outputOf } from './steps.ts'

type Component = { readonly 'bom-ref': string; readonly group?: string; readonly name: string }
type Sbom = {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

const read = (...options: readonly string[]) =>
  JSON.parse(outputOf(['npm', 'sbom', '--sbom-format', 'cyclonedx', ...options])) as Sbom

const depended = read('--omit', 'dev')
const { 'bom-ref': own } = depended.metadata.component
const inside = read().components.filter(({ 'bom-ref': ref }) =>
  bundled.some((name) => ref.startsWith(`${name}@`)),
)
if (inside.length !== bundled.length)
  throw new Error(`sbom: ${bundled.join(', ')} are bundled, found ${inside.map((one) => one['bom-ref'])}`)

const sbom: Sbom = {
  ...depended,
  components: [...depended.components, ...inside],
  dependencies: [
    ...depended.dependencies.map((one) =>
      one.ref === own
        ? { ...one, dependsOn: [...one.dependsOn, ...inside.map((part) => part['bom-ref'])] }
        : one,
    ),
    ...inside.map((part) => ({ ref: part['bom-ref'], dependsOn: [] })),
  ],
}
console.log(JSON.stringify(sbom, null, 2))

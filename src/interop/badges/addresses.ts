import { mistake } from '../../kernel/index.ts'
import { isIri } from '../xapi/formats.ts'

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'

/** Throws `training-ops: FUNCTION needs NAME as an IRI, got …` at the first address that is none. */
export const mustBeIris = (asker: string, addresses: Readonly<Record<string, unknown>>): void => {
  for (const [name, address] of Object.entries(addresses))
    if (typeof address !== 'string' || !isIri(address))
      throw mistake(asker, `${name} as an IRI`, String(JSON.stringify(address)))
}

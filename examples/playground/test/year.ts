/** The year as the playground loads it, written by `year/make-year.ts`. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Asked, First, Year } from '../worker/protocol.ts'

const unpacked = <Content>(name: string): Content =>
  JSON.parse(
    gunzipSync(readFileSync(new URL(`../public/year/${name}`, import.meta.url))).toString(),
  ) as Content

export const year = unpacked<Year>('log.json.gz')
export const commands = unpacked<readonly Asked[]>('commands.json.gz')
export const first = JSON.parse(
  readFileSync(new URL('../public/year/first.json', import.meta.url), 'utf8'),
) as First

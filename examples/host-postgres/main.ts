/** `npm run host`: the service, on PostgreSQL where `TRAINING_OPS_PG` gives a URL, else on one embedded in a folder. */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Database, isAway, openDatabase, type Where } from './database.ts'
import { listen } from './listen.ts'
import { type Service, startService } from './service.ts'
import { askersBy, keyInFile } from './who-asks.ts'

const usage = `npm run host -- [--port 3000] [--database URL] [--schema NAME] [--folder out/host] [--zone Asia/Shanghai]
                [--address 127.0.0.1] [--host training.example.com …] [--origin https://training.example.com …]

  --database  a PostgreSQL by its URL; or the environment variable TRAINING_OPS_PG
  --schema    a schema of its own inside that database
  --folder    where the embedded PostgreSQL keeps its files when there is no URL
  --zone      the time zone in which answers tell the time
  --address   where it listens: this machine alone, unless said
  --host      a name it answers to beside localhost; may be given again
  --origin    an origin whose pages may ask; may be given again

  TRAINING_OPS_SYSTEM_KEY  whoever sends it as "Authorization: Bearer …" asks as the system. Where it is not set, nobody
                           does; on the embedded database a key is made and kept in a file beside the folder
  TRAINING_OPS_PROXY_KEY   where it is set, x-actor-id and x-actor-role are believed only with it as x-proxy-key`

const text = { type: 'string' } as const
/** How long a start waits for a database that is away. */
const patienceMs = 60_000

/** A database that restarts is back in a moment: what starts meanwhile waits for it. */
const started = async (where: Where): Promise<{ readonly database: Database; readonly service: Service }> => {
  for (const end = Date.now() + patienceMs; ; ) {
    let database: Database | undefined
    try {
      database = await openDatabase(where)
      return { database, service: await startService(database) }
    } catch (error) {
      await database?.close().catch(() => {})
      if (!isAway(error) || Date.now() > end) throw error
      await pause(500)
    }
  }
}

const main = async (): Promise<void> => {
  const several = { type: 'string', multiple: true } as const
  const { values } = parseArgs({
    options: {
      ...{ port: text, database: text, schema: text, folder: text, zone: text, address: text },
      ...{ host: several, origin: several },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(usage)
  const url = values.database ?? (process.env.TRAINING_OPS_PG || undefined)
  const folder = values.folder ?? 'out/host'
  const keyFile = `${folder}.key`
  const [systemKey, proxyKey] = [process.env.TRAINING_OPS_SYSTEM_KEY, process.env.TRAINING_OPS_PROXY_KEY]
  const { database, service } = await started({
    folder,
    ...(url === undefined ? {} : { url }),
    ...(values.schema === undefined ? {} : { schema: values.schema }),
  })
  const system = systemKey || (url === undefined ? keyInFile(keyFile) : undefined)
  const door = await listen(service, {
    port: Number(values.port ?? 3000),
    zone: values.zone ?? 'UTC',
    hostname: values.address ?? '127.0.0.1',
    hosts: values.host ?? [],
    origins: values.origin ?? [],
    whoAsks: askersBy({
      ...(system === undefined ? {} : { system }),
      ...(proxyKey ? { proxy: proxyKey } : {}),
    }),
  })
  console.log(`listening on http://127.0.0.1:${door.port}, on ${database.told}`)
  if (!systemKey)
    console.log(
      system === undefined
        ? 'nobody asks as the system: TRAINING_OPS_SYSTEM_KEY is not set'
        : `the key of the system is in ${keyFile}`,
    )

  const shutDown = async (signal: string): Promise<void> => {
    console.log(`${signal}: no new commands; those under way are finished`)
    await door.close()
    await service.close()
    await database.close()
    console.log('closed')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      process.once(signal, () => process.exit(1))
      shutDown(signal).then(
        () => process.exit(0),
        (error) => {
          console.error('host:', error)
          process.exit(1)
        },
      )
    })
}

main().catch((error) => {
  console.error(`host: ${error instanceof Error ? error.message : error}`)
  process.exit(2)
})

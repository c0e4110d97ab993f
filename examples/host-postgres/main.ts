/** `npm run host`: the service, on PostgreSQL where `TRAINING_OPS_PG` gives a URL, else on one embedded in a folder. */
import { parseArgs } from 'node:util'
import { openDatabase } from './database.ts'
import { listen } from './listen.ts'
import { startService } from './service.ts'

const usage = `npm run host -- [--port 3000] [--database URL] [--schema NAME] [--folder out/host] [--zone Asia/Shanghai]

  --database  a PostgreSQL by its URL; or the environment variable TRAINING_OPS_PG
  --schema    a schema of its own inside that database
  --folder    where the embedded PostgreSQL keeps its files when there is no URL
  --zone      the time zone in which answers tell the time`

const text = { type: 'string' } as const
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: text,
      database: text,
      schema: text,
      folder: text,
      zone: text,
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(usage)
  const url = values.database ?? (process.env.TRAINING_OPS_PG || undefined)
  const database = await openDatabase({
    folder: values.folder ?? 'out/host',
    ...(url === undefined ? {} : { url }),
    ...(values.schema === undefined ? {} : { schema: values.schema }),
  })
  const service = await startService(database)
  const door = await listen(service, { port: Number(values.port ?? 3000), zone: values.zone ?? 'UTC' })
  console.log(`listening on http://127.0.0.1:${door.port}, on ${database.told}`)

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

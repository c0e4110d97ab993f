// Where the site stands, as in `.vitepress/config.ts`.
const base = process.env.TRAINING_OPS_SITE_BASE ?? '/'

export default {
  name: 'training-ops',
  tsconfig: '../../tsconfig.json',
  entryPoints: [
    '../../src/index.ts',
    '../../src/metrics/index.ts',
    '../../src/reports/index.ts',
    '../../src/interop/index.ts',
    '../../src/host/index.ts',
    '../../src/testing/index.ts',
  ],
  out: 'dist/api',
  readme: 'api.md',
  favicon: 'favicon.svg',
  skipErrorChecking: true,
  excludeInternal: true,
  disableSources: true,
  hideGenerator: true,
  searchInComments: true,
  navigationLinks: {
    Documentation: `${base}index.html`,
    Playground: `${base}playground/index.html`,
  },
  validation: {
    invalidLink: true,
    notExported: false,
  },
  logLevel: 'Warn',
  includeHierarchySummary: false, // its links lead to headings that are not there
  githubPages: false,
}

import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** A line of the catalog is data that its own test reads word by word; changing a word of it breaks no calculator. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'catalog-entries', {
    shouldIgnore: (path) =>
      path.isVariableDeclarator() && path.node.id.name?.endsWith('Entry')
        ? 'a line of the catalog'
        : undefined,
  }),
]

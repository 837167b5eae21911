import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const ACCOUNTS = new Set(['role', 'drop']);

const isText = (path) => path.isStringLiteral() || path.isTemplateLiteral();

/** `findings.role(line, 'body', 'text')`: the last argument says why, in words for people. */
function isReason({ node, parentPath, key }) {
  if (!parentPath?.isCallExpression() || key !== 2) return false;
  const { callee } = parentPath.node;
  return callee.type === 'MemberExpression' && ACCOUNTS.has(callee.property.name) && node !== null;
}

/** `{ because: 'the first line, no sentence' }` */
const isBecause = ({ parentPath }) => parentPath?.isObjectProperty() === true && parentPath.node.key.name === 'because';

/** Leaves the words of explanations alone: nothing is decided by them. What is decided, names of roles included, stays to be judged. */
const ignorer = {
  shouldIgnore: (path) =>
    isText(path) && (isReason(path) || isBecause(path)) ? 'words for people, by which nothing is decided' : undefined,
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'reasons', ignorer)];

import { Button } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useText } from '../use-text';
import { useResolve } from './use-resolve';

const LISTS = 'api::ranking-list.ranking-list';
/** The hook asks the server again whenever it is given another array. */
const RIGHTS = [{ action: 'plugin::copydesk.rankings.resolve', subject: null }];

function AllowedButton() {
  const { isRunning, resolve } = useResolve();
  const text = useText();
  return (
    <Button variant="secondary" loading={isRunning} onClick={() => void resolve()}>
      {text('copydesk.resolve.label')}
    </Button>
  );
}

/** The button in the view of ranking lists that links all their rows anew, for those who have the right to. */
export function ResolveButton() {
  const { slug } = useParams();
  const { allowedActions } = useRBAC(RIGHTS);
  return slug === LISTS && allowedActions.canResolve === true ? <AllowedButton /> : null;
}

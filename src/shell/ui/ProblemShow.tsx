import { asProblem } from '../api.ts';
import { useText } from '../text.tsx';
import { Button } from './Button.tsx';
import { Content } from './content.tsx';
import { Icon } from './Icon.tsx';
import { PageLink } from './PageLink.tsx';
import './state.css';

/** What happened, and what to do: in our words by code; the server's own words only where we have none. */
export function ProblemShow({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useText();
  const problem = asProblem(error);
  return (
    <div className="problem" role="alert">
      <Icon name="error" />
      <div>
        <p className="problem__what">{text.maybe(`problem.${problem.code}`) ?? <Content>{problem.message}</Content>}</p>
        <p>{text.maybe(`problem.${problem.code}.mend`) ?? text('problem.mend')}</p>
        {problem.code === 'access.sign-in-required' && (
          <PageLink to="/sign-in" search={{ then: location.pathname + location.search }} className="button button--main button--small">
            {text('sign-in')}
          </PageLink>
        )}
        {onRetry !== undefined && problem.code !== 'access.sign-in-required' && (
          <Button small onClick={onRetry}>
            {text('try-again')}
          </Button>
        )}
      </div>
    </div>
  );
}

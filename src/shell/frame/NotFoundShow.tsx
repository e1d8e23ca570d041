import { useText } from '../text.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { PageLink } from '../ui/PageLink.tsx';

/** There is no such page: what may have happened, and where to go on. */
export function NotFoundShow() {
  const text = useText();
  return (
    <>
      <PageHead title={text('not-found.title')} documentTitle={text('not-found.title')} />
      <Empty title={text('not-found.what')} actions={<PageLink to="/overview" className="button button--main">{text('nav.overview')}</PageLink>}>
        {text('not-found.more')}
      </Empty>
    </>
  );
}

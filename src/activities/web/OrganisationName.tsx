import { organisationKey } from '../../organisations/domain/fold.ts';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { useText } from '../../shell/text.tsx';
import { Content } from '../../shell/ui/content.tsx';
import type { NamedOrganisation } from '../domain/parts.ts';
import { ownLanguage } from './Narrative.tsx';

/** An organisation as the file names it, linked to what all files say about it. */
export function OrganisationName({ of }: { of: NamedOrganisation }) {
  const text = useText();
  const name = ownLanguage(of.names, text.locale.tag)?.text ?? '';
  const key = organisationKey({ ref: of.ref, name });
  const said = name !== '' ? name : (of.ref ?? '');
  if (said === '') return <span className="quiet">{text('activity.unnamed')}</span>;
  if (key === null) return <Content>{said}</Content>;
  return (
    <PageLink to="/organisations/$key" params={{ key }}>
      <Content>{said}</Content>
    </PageLink>
  );
}

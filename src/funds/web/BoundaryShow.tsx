import { useState } from 'react';
import { searchMentioned } from '../../organisations/domain/contract.ts';
import { useOperation } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { ComboField } from '../../shell/ui/ComboField.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Dialog } from '../../shell/ui/Dialog.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import type { MoneyOverview } from '../domain/contract.ts';

type Props = { overview: MoneyOverview; within: string[] | undefined; onChange: (within: string[] | undefined) => void };
const NAMED = 6;

/** Around whom the money is counted: the usual boundary, or organisations that the reader chooses. */
export function BoundaryShow({ overview: m, within, onChange }: Props) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const { boundary } = m;
  return (
    <div className="boundary">
      <span className="boundary__mark" aria-hidden="true">
        <Icon name="circles" size={18} />
      </span>
      <p>
        <span data-page="">{text(boundary.kind === 'default' ? 'boundary.default' : 'boundary.chosen', { n: boundary.organisations })}</span>{' '}
        {boundary.named.length > 0 && (
          <span className="quiet">
            <Content>{boundary.named.slice(0, NAMED).map((o) => o.name).join(', ')}</Content>
            {boundary.organisations > NAMED && <span data-page=""> {text('list.more', { n: boundary.organisations - Math.min(NAMED, boundary.named.length) })}</span>}
          </span>
        )}
      </p>
      <div className="row">
        <Button small onClick={() => setOpen(true)} aria-haspopup="dialog">
          {text('boundary.choose')}
        </Button>
        {boundary.kind === 'chosen' && (
          <Button small kind="quiet" onClick={() => onChange(undefined)}>
            {text('boundary.usual')}
          </Button>
        )}
      </div>
      {open && (
        <BoundaryEdit
          chosen={boundary.kind === 'chosen' ? boundary.named : (within ?? []).map((key) => ({ key, name: key }))}
          onClose={() => setOpen(false)}
          onDone={(keys) => {
            setOpen(false);
            onChange(keys.length === 0 ? undefined : keys);
          }}
        />
      )}
    </div>
  );
}

type Party = { key: string; name: string };

function BoundaryEdit({ chosen, onClose, onDone }: { chosen: Party[]; onClose: () => void; onDone: (keys: string[]) => void }) {
  const text = useText();
  const [parties, setParties] = useState<Party[]>(chosen);
  const [typed, setTyped] = useState('');
  const found = useOperation(searchMentioned, { text: typed, limit: 30 });
  const items = (found.data?.organisations ?? []).filter((o) => !parties.some((p) => p.key === o.key)).map((o) => ({ key: o.key, name: o.name, beside: o.key.startsWith('name:') ? undefined : o.key }));
  return (
    <Dialog title={text('boundary.choose')} onClose={onClose}>
      <p>{text('boundary.explain')}</p>
      <ComboField
        label={text('boundary.add')}
        empty={text('boundary.type')}
        items={items}
        value={undefined}
        onTyped={setTyped}
        onChange={(key) => {
          const party = items.find((i) => i.key === key);
          if (party !== undefined) setParties((p) => [...p, { key: party.key, name: party.name }]);
        }}
      />
      <ul className="boundary__list" aria-label={text('boundary.members')}>
        {parties.map((p) => (
          <li key={p.key}>
            <Content>{p.name}</Content>
            <Button kind="quiet" small icon="close" aria-label={text('boundary.remove', { name: p.name })} onClick={() => setParties((all) => all.filter((x) => x.key !== p.key))} />
          </li>
        ))}
      </ul>
      <div className="dialog__actions">
        <Button kind="main" onClick={() => onDone(parties.map((p) => p.key))}>
          {text('boundary.count')}
        </Button>
        <Button onClick={onClose}>{text('cancel')}</Button>
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import { searchMentioned } from '../../organisations/domain/contract.ts';
import { useOperation } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { Dialog } from '../../shell/ui/Dialog.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { SearchField } from '../../shell/ui/SearchField.tsx';

export type Party = { key: string; name: string };

type Props = { chosen: readonly Party[]; /** Who is usually in the group: suggested first. */ usual: readonly Party[]; onClose: () => void; onDone: (keys: string[]) => void };
const FOUND = 60;

/** Chooses the group around which money is counted: its members above, suggestions and what is searched for below. */
export function BoundaryEdit({ chosen, usual, onClose, onDone }: Props) {
  const text = useText();
  const [parties, setParties] = useState<readonly Party[]>(chosen);
  const [typed, setTyped] = useState('');
  const found = useOperation(searchMentioned, { text: typed, limit: 40 });
  const isIn = (key: string) => parties.some((p) => p.key === key);
  const turn = (party: Party) => setParties((all) => (all.some((p) => p.key === party.key) ? all.filter((p) => p.key !== party.key) : [...all, party]));
  return (
    <Dialog title={text('boundary.choose')} onClose={onClose}>
      <p>{text('boundary.explain')}</p>
      <section className="boundary__members" aria-label={text('boundary.members')}>
        {parties.length === 0 ? (
          <p className="quiet">{text('boundary.empty')}</p>
        ) : (
          <ul>
            {parties.map((p) => (
              <li key={p.key} className="tag tag--good">
                <Content>{p.name}</Content>
                <Button kind="quiet" small icon="close" aria-label={text('boundary.remove', { name: p.name })} onClick={() => turn(p)} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <SearchField label={text('boundary.add')} value={typed} onText={setTyped} />
      <div className="boundary__found">
        {/* Without a word: first who is usually in the group, at once; then whom the data names most. */}
        {typed === '' && usual.length > 0 ? (
          <Choices title={text('boundary.suggested')} of={[...usual, ...(found.data?.organisations ?? []).filter((o) => !usual.some((u) => u.key === o.key))]} isIn={isIn} onTurn={turn} />
        ) : (
          <Pending of={found} lines={5}>
            {({ organisations }) => (organisations.length === 0 ? <p className="quiet">{text('boundary.none')}</p> : <Choices title={text(typed === '' ? 'boundary.suggested' : 'boundary.found')} of={organisations} isIn={isIn} onTurn={turn} />)}
          </Pending>
        )}
      </div>
      <div className="dialog__actions">
        <Button kind="main" onClick={() => onDone(parties.map((p) => p.key))}>
          {text('boundary.count')}
        </Button>
        <Button onClick={onClose}>{text('cancel')}</Button>
      </div>
    </Dialog>
  );
}

function Choices({ title, of, isIn, onTurn }: { title: string; of: readonly Party[]; isIn: (key: string) => boolean; onTurn: (party: Party) => void }) {
  return (
    <fieldset className="boundary__list">
      <legend className="quiet small">{title}</legend>
      {of.slice(0, FOUND).map((o) => (
        <label key={o.key}>
          <input type="checkbox" checked={isIn(o.key)} onChange={() => onTurn({ key: o.key, name: o.name })} />
          <span>
            <Content>{o.name}</Content>
            {!o.key.startsWith('name:') && (
              <span className="quiet small">
                {' '}
                <Identifier>{o.key}</Identifier>
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import { useState } from 'react';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import type { MoneyOverview } from '../domain/contract.ts';
import { BoundaryEdit } from './BoundaryEdit.tsx';
import './boundary.css';

type Props = { overview: MoneyOverview; within: string[] | undefined; onChange: (within: string[] | undefined) => void };
const NAMED = 6;

/** Around whom the money is counted: the usual group, or organisations that the reader chooses. */
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
          usual={boundary.kind === 'default' ? boundary.named : []}
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

import { useSession } from '../session.ts';
import { useText } from '../text.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { pagesFor } from './pages-list.ts';

/** All keys in one place. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const text = useText();
  const who = useSession();
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], text('search.everything')],
    [['/'], text('search.everything')],
    [['?'], text('help.title')],
    [['Esc'], text('help.escape')],
    [['Enter'], text('help.enter')],
    ...pagesFor(who)
      .flatMap((g) => g.pages)
      .filter((p) => p.key !== undefined)
      .map((p): [string[], string] => [['g', p.key ?? ''], text('help.go', { page: text(p.label) })]),
  ];
  return (
    <Dialog title={text('help.title')} onClose={onClose}>
      <table className="help">
        <tbody>
          {rows.map(([keys, what]) => (
            <tr key={keys.join(' ')}>
              <th scope="row" data-identifier="">
                {keys.map((k) => (
                  <kbd key={k}>{k}</kbd>
                ))}
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{text('help.tables')}</p>
    </Dialog>
  );
}

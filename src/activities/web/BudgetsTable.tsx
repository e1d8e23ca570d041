import type { z } from 'zod';
import { useCodes } from '../../shell/codes.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Day } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import type { ReportedBudget } from '../../funds/domain/model.ts';
import type { VersionOrigin } from '../domain/contract.ts';
import { reportedMoney } from './reported.ts';

type Props = { budgets: z.output<typeof ReportedBudget>[]; origin: z.output<typeof VersionOrigin>; notProvided: string | null };

/** Plans of money; they stand beside spending and are never added to it. */
export function BudgetsTable({ budgets, origin, notProvided }: Props) {
  const text = useText();
  const why = useCodes('BudgetNotProvided');
  if (budgets.length === 0) {
    return notProvided === null ? null : (
      <Panel title={text('activity.budgets')}>
        <p>{text.rich('budget.not-provided', { why: <Content>{why(notProvided) ?? notProvided}</Content> })}</p>
      </Panel>
    );
  }
  return (
    <Panel title={text('activity.budgets')} about={text('budget.about')} folds>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{text('budget.kind')}</th>
              <th scope="col">{text('budget.period')}</th>
              <th scope="col" className="numeric">
                {text('money.column.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {budgets.map((b) => (
              <tr key={b.line}>
                <th scope="row">
                  {text(`budget.${b.kind}`)}
                  <span className="data-table__sub">
                    {[b.type === null ? null : text.maybe(`budget.type.${b.type}`), b.status === null ? null : text.maybe(`budget.status.${b.status}`)].filter((w) => w !== null).join(', ')}
                  </span>
                </th>
                <td>
                  {b.from !== null && <Day on={b.from} />}
                  {b.to !== null && (
                    <>
                      {' – '}
                      <Day on={b.to} />
                    </>
                  )}
                </td>
                <td className="numeric">{b.value === null || b.currency === null ? <span className="quiet" data-content="">{b.valueAsPublished || text('money.unreadable')}</span> : <Figure figure={reportedMoney(b.value, b.currency, origin)} exact />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { defaultLocale, type Locale, type MessageId } from './messages/locales.ts';

export type { MessageId } from './messages/locales.ts';

export const LocaleContext = createContext<{ locale: Locale; choose: (tag: string) => void }>({ locale: defaultLocale, choose: () => undefined });

type Plain = Record<string, string | number | null | undefined>;
type Rich = Record<string, ReactNode | ((chunks: ReactNode) => ReactNode)>;

/** What a page says: every word comes from the catalogue, by id. */
export type Text = {
  /** A text as a plain string (labels, titles). */
  (id: MessageId, values?: Plain): string;
  /** A text with elements in it: figures, links, names. */
  rich: (id: MessageId, values: Rich) => ReactNode;
  /** A text whose id is made from a code; null where the catalogue has none. */
  maybe: (id: string, values?: Plain) => string | null;
  locale: Locale;
  intl: IntlShape;
};

export function useText(): Text {
  const intl = useIntl();
  const { locale } = useContext(LocaleContext);
  return useMemo(() => textOf(intl, locale), [intl, locale]);
}

function textOf(intl: IntlShape, locale: Locale): Text {
  // Names of any script inside a sentence are isolated where they could turn the line around; the pseudo-language test relies on it too.
  const isolate = locale.dir === 'rtl' || locale.pseudo === true;
  const plain = (values: Plain | undefined) =>
    values === undefined ? undefined : Object.fromEntries(Object.entries(values).map(([k, v]) => [k, typeof v === 'string' && isolate ? `\u2068${v}\u2069` : (v ?? '')]));
  const t = (id: string, values?: Plain) => intl.formatMessage({ id, defaultMessage: id }, plain(values));
  return Object.assign(t as (id: MessageId, values?: Plain) => string, {
    rich: (id: MessageId, values: Rich) => intl.formatMessage({ id, defaultMessage: id }, values as Record<string, ReactNode>),
    maybe: (id: string, values?: Plain) => (id in intl.messages ? t(id, values) : null),
    locale,
    intl,
  });
}

/** A text of the catalogue as an element, with figures, links and names in it. */
export function T({ id, values }: { id: MessageId; values?: Rich }) {
  const text = useText();
  return <>{text.rich(id, values ?? {})}</>;
}

import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { IntlProvider } from 'react-intl';
import { firstLocale, locales, type Catalogue, type Locale } from './messages/locales.ts';
import { LocaleContext } from './text.tsx';

const KEY = 'tessera.locale';

/** The language of the page: chosen here before, else the browser's; it turns the page around for right-to-left. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(() => firstLocale(stored(), navigator.languages));
  const [catalogue, setCatalogue] = useState<{ of: string; messages: Catalogue } | null>(null);
  useEffect(() => {
    let current = true;
    document.documentElement.lang = locale.tag;
    document.documentElement.dir = locale.dir;
    void locale.load().then((messages) => current && setCatalogue({ of: locale.tag, messages }));
    return () => {
      current = false;
    };
  }, [locale]);
  const choose = useCallback((tag: string) => {
    const next = (locales as readonly Locale[]).find((l) => l.tag === tag);
    if (next === undefined) return;
    try {
      localStorage.setItem(KEY, tag);
    } catch {
      // Storage may be closed to us: the choice then lasts as long as the page.
    }
    setLocale(next);
  }, []);
  const context = useMemo(() => ({ locale, choose }), [locale, choose]);
  if (catalogue === null) return null;
  return (
    <LocaleContext value={context}>
      <IntlProvider locale={locale.formats} messages={catalogue.messages} onError={complain}>
        <I18nProvider locale={locale.dir === 'rtl' && locale.pseudo === true ? 'ar' : locale.formats}>{children}</I18nProvider>
      </IntlProvider>
    </LocaleContext>
  );
}

/** A missing text shows its id and is told to developers; the page goes on. */
function complain(error: { code: string; message: string }): void {
  // oxlint-disable-next-line no-console -- the only place where the browser is told about a defect of ours
  console.error(`${error.code}: ${error.message}`);
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

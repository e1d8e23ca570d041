import { useState } from 'react';
import { languageName } from '../../shell/codes.ts';
import { useText } from '../../shell/text.tsx';
import { Content } from '../../shell/ui/content.tsx';
import type { Narratives } from '../domain/parts.ts';

/** The piece in the reader's language, else the first: what was written is shown, never translated. */
export function ownLanguage(texts: Narratives, tag: string): Narratives[number] | undefined {
  const language = tag.slice(0, 2);
  return texts.find((t) => t.lang.startsWith(language)) ?? texts[0];
}

/** One text in one line, in the reader's language where it was published in it. */
export function Words({ of, otherwise }: { of: Narratives; otherwise?: string | null }) {
  const { locale } = useText();
  const one = ownLanguage(of, locale.tag);
  if (one === undefined || one.text === '') return otherwise ? <Content>{otherwise}</Content> : null;
  return <Content lang={one.lang}>{one.text}</Content>;
}

/** A text with a switch between all languages in which it was published, each named. */
export function WordsInAll({ of }: { of: Narratives }) {
  const text = useText();
  const own = ownLanguage(of, text.locale.tag);
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = chosen === null ? own : of[chosen];
  if (shown === undefined) return null;
  return (
    <div className="words">
      {of.length > 1 && (
        <div className="words__languages" role="group" aria-label={text('activity.languages')}>
          {of.map((n, i) => (
            <button key={`${n.lang}${n.text.slice(0, 20)}`} type="button" className="words__language" aria-pressed={n === shown} onClick={() => setChosen(i)}>
              <LanguageName tag={n.lang} />
            </button>
          ))}
        </div>
      )}
      <p className="words__text">
        <Content lang={shown.lang}>{shown.text}</Content>
      </p>
      {of.length === 1 && shown.lang !== '' && !text.locale.tag.startsWith(shown.lang.slice(0, 2)) && (
        <p className="quiet small">{text.rich('activity.written-in', { language: <LanguageName tag={shown.lang} /> })}</p>
      )}
    </div>
  );
}

export function LanguageName({ tag }: { tag: string }) {
  const text = useText();
  if (tag === '') return <>{text('activity.language-unnamed')}</>;
  return <bdi data-content="">{languageName(tag, text.locale.formats) ?? tag}</bdi>;
}

import { useQuery } from '@tanstack/react-query';
import { pseudoTemplate } from '../../shell/messages/pseudo.ts';
import { useText } from '../../shell/text.tsx';

/** What is wrong and how to mend it, as templates with `{name}` in them. */
export type ProblemTemplates = Record<string, { what: string; mend: string }>;

let load: () => Promise<ProblemTemplates> = () => Promise.resolve({});

/** Says where the English templates of a standard's problems come from; called once by src/pages.tsx. */
export function provideProblemWords(loader: () => Promise<ProblemTemplates>): void {
  load = loader;
}

/** A problem in the reader's language: from the catalogue by its code where it is translated, else the standard's own words. */
export function useProblemWords(): (code: string, params: Record<string, unknown>) => { what: string; mend: string } | null {
  const text = useText();
  const { data } = useQuery({ queryKey: ['problem-words'], queryFn: () => load(), staleTime: Infinity });
  return (code, params) => {
    const plain = Object.fromEntries(Object.entries(params).map(([k, v]) => [k, typeof v === 'number' ? v : String(v ?? '')]));
    const what = text.maybe(`iati.${code}`, plain);
    const mend = text.maybe(`iati.${code}.mend`, plain);
    if (what !== null && mend !== null) return { what, mend };
    const template = data?.[code];
    if (template === undefined) return null;
    const said = (words: string) => (text.locale.pseudo === true ? filled(pseudoTemplate(words), isolated(plain)) : filled(words, plain));
    return { what: said(template.what), mend: said(template.mend) };
  };
}

function filled(template: string, params: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

const isolated = (params: Record<string, string | number>) => Object.fromEntries(Object.entries(params).map(([k, v]) => [k, `\u2068${v}\u2069`]));

/** What two versions of one activity may say differently, each as one text. */
export type Compared = {
  versionId: number;
  fields: Readonly<Record<string, string | null>>;
};

/** Fields in which versions differ, with what each says; fields in which all agree are left out. */
export function differencesOf(versions: readonly Compared[]): { field: string; values: { versionId: number; value: string | null }[] }[] {
  const fields = [...new Set(versions.flatMap((v) => Object.keys(v.fields)))];
  return fields.flatMap((field) => {
    const values = versions.map((v) => ({ versionId: v.versionId, value: v.fields[field] ?? null }));
    return new Set(values.map((v) => v.value)).size > 1 ? [{ field, values }] : [];
  });
}

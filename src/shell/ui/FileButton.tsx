import { useRef } from 'react';
import { Button } from './Button.tsx';

/** Opens the system's file dialog; a real button, so that keyboards and screen readers know it. */
export function FileButton({ label, accept, multiple = false, kind = 'main', onFiles }: { label: string; accept?: string; multiple?: boolean; kind?: 'main' | 'plain'; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} icon="file" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(e) => {
          const files = [...(e.target.files ?? [])];
          e.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useText } from '../../shell/text.tsx';
import { FileButton } from '../../shell/ui/FileButton.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';

/** One large place to drop files; the button does the same for keyboards and phones. Files may be dropped anywhere on the page. */
export function DropZone({ onFiles, small }: { onFiles: (files: File[]) => void; small: boolean }) {
  const text = useText();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const has = (e: DragEvent) => e.dataTransfer?.types.includes('Files') === true;
    const enter = (e: DragEvent) => {
      if (!has(e)) return;
      depth.current += 1;
      setOver(true);
    };
    const leave = (e: DragEvent) => {
      if (!has(e)) return;
      depth.current -= 1;
      if (depth.current <= 0) setOver(false);
    };
    const hover = (e: DragEvent) => has(e) && e.preventDefault();
    const drop = (e: DragEvent) => {
      if (!has(e)) return;
      e.preventDefault();
      depth.current = 0;
      setOver(false);
      take.current([...(e.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragenter', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('dragover', hover);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragenter', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('dragover', hover);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <div className={['drop', over && 'drop--over', small && 'drop--small'].filter(Boolean).join(' ')}>
      {!small && <Icon name="bring" size={36} />}
      <p className="drop__title">{over ? text('drop.now') : text(small ? 'drop.more' : 'drop.title')}</p>
      {!small && <p className="quiet">{text('drop.about')}</p>}
      <FileButton label={text(small ? 'drop.add' : 'drop.button')} kind={small ? 'plain' : 'main'} multiple onFiles={onFiles} />
    </div>
  );
}

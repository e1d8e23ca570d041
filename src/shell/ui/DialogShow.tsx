import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useText } from '../text.tsx';
import { Button } from './Button.tsx';
import './dialog.css';

export type DialogProps = { title: string; onClose: () => void; children: ReactNode; wide?: boolean; role?: 'dialog' | 'alertdialog' };

/** A question that must be answered before anything else; Escape and the veil close it. */
export function DialogShow({ title, onClose, children, wide = false, role = 'dialog' }: DialogProps) {
  const text = useText();
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'dialog dialog--wide' : 'dialog'}>
        <Dialog className="dialog__inside" role={role}>
          <header className="dialog__head">
            <Heading slot="title" className="dialog__title">
              {title}
            </Heading>
            <Button kind="quiet" icon="close" small aria-label={text('close')} onClick={onClose} />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

// Asks before something that cannot be taken back, and shows why it failed when it does.
import { Alert, Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '@/components/client';
import { useReturnedFocus } from './use-returned-focus';

/** A dialog with a cancel button (focused first) and a confirming one; stays open with the reason when `onConfirm` rejects. */
export function ConfirmDialog({
  title,
  children,
  confirmName,
  danger,
  disabled,
  size = 'lg',
  onConfirm,
  onClose,
}: {
  title: string;
  children: ReactNode;
  confirmName: string;
  danger?: boolean;
  disabled?: boolean;
  size?: 'lg' | 'xl';
  onConfirm: () => Promise<void>;
  onClose: () => void;
}) {
  useReturnedFocus();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
    } catch (reason) {
      setError(sentenceOf(reason));
      setBusy(false);
      return;
    }
    onClose();
  };
  return (
    <Modal
      opened
      onClose={busy ? () => {} : onClose}
      title={title}
      closeButtonProps={{ 'aria-label': '关闭', disabled: busy }}
      closeOnClickOutside={false}
      size={size}
    >
      {children}
      {error && (
        <Alert role="alert" color="red" mt="md">
          {error}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} disabled={busy} data-autofocus>
          取消
        </Button>
        <Button
          color={danger ? 'red' : undefined}
          onClick={() => void confirm()}
          loading={busy}
          disabled={disabled}
        >
          {confirmName}
        </Button>
      </Group>
    </Modal>
  );
}

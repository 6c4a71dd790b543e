// Asks before something that is only done with a reason, which is noted.
import { Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from './ConfirmDialog';

/** `onConfirm` gets the reason, trimmed and never empty. `notedIn` names where the reason is kept. */
export function ReasonDialog({
  title,
  confirmName,
  label,
  notedIn = '操作记录',
  children,
  onConfirm,
  onClose,
}: {
  title: string;
  confirmName: string;
  label: string;
  notedIn?: string;
  children?: ReactNode;
  onConfirm: (reason: string) => Promise<void>;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={title}
      confirmName={confirmName}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={() => onConfirm(reason.trim())}
    >
      {children && (
        <Text component="div" mb="sm">
          {children}
        </Text>
      )}
      <Textarea
        label={label}
        description={`理由将记入${notedIn}。`}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

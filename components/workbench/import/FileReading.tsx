// Reading a chosen file in a dialog: its name, that it takes a moment, and why it cannot be taken.
import { Alert, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { sentenceOf } from '@/components/client';
import classes from './ImportWizard.module.css';

/** What `read` makes of the file, or why it failed. `read` must keep its identity. */
export function useFileReading<T>(file: File, read: (file: File) => Promise<T>) {
  const [state, setState] = useState<{ reading?: T; error?: string }>({});
  useEffect(() => {
    let current = true;
    setState({});
    read(file).then(
      (reading) => current && setState({ reading }),
      (reason) => current && setState({ error: sentenceOf(reason) }),
    );
    return () => {
      current = false;
    };
  }, [file, read]);
  return state;
}

/** @param done the file was read */
export function FileReading({ file, done, error }: { file: File; done: boolean; error: string | undefined }) {
  return (
    <>
      <Text size="sm" mb="sm" className={classes.name}>
        文件：{file.name}
      </Text>
      {!done && !error && (
        <Text role="status" size="sm">
          <Loader size="xs" aria-hidden /> 正在核对文件…
        </Text>
      )}
      {error && (
        <Alert role="alert" color="red" title="不能导入">
          {error}
        </Alert>
      )}
    </>
  );
}

/** Nothing of a file with mistakes is taken. */
export function MistakesAlert({ errors }: { errors: number }) {
  if (errors === 0) return null;
  return (
    <Alert role="alert" color="red" title={`发现 ${errors} 处错误，没有导入任何内容`}>
      请在文件中改正后重新导入。
    </Alert>
  );
}

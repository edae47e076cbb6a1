import { StartFault } from './startFault.ts';

/** Says in one line why an address could not be listened at; any other error stays as it is. */
export function listenFault(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new StartFault([`Port ${port} of ${host} is in use: stop what uses it, or set another PORT.`], error);
  if (code === 'EACCES')
    return new StartFault([`Port ${port} needs more rights: set PORT to 1024 or higher, behind a proxy.`], error);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartFault([`HOST ${host} is no address of this machine: use 127.0.0.1 or 0.0.0.0.`], error);
  return error;
}

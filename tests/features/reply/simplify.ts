/** Script conversion for the reader's tests, as the language door does it. */
import { Converter as ToTraditional } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';

export const simplify = ToSimplified({ from: 'hk', to: 'cn' });
export const traditional = ToTraditional({ from: 'cn', to: 'hk' });

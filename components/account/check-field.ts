import { PASSWORD_LENGTH } from '@/model/password-length';
import type { FieldSpec } from './field';
import type { FormWords } from './words';

/** What a person can be told before anything is sent; null when nothing is wrong. The server looks again. */
export function checkField({ kind }: FieldSpec, value: string, { faults }: FormWords): string | null {
  switch (kind) {
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : faults.email;
    case 'name':
      return value.trim() === '' ? faults.name : null;
    case 'password':
      return value === '' ? faults.empty : null;
    case 'new-password':
      if (value.length < PASSWORD_LENGTH.least) return faults.short;
      return value.length > PASSWORD_LENGTH.most ? faults.long : null;
  }
}

import type { Source } from '@/diagnosis/rules';

export function Sources({ sources, label }: { sources: readonly Source[]; label: string }) {
  return (
    <>
      <span className="vh">{label}</span>
      {sources.map(({ name, href }) => (
        <a key={name} href={href} lang="en">
          {name}
        </a>
      ))}
    </>
  );
}

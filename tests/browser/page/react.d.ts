// As much of React's types as the hydration test uses; its own type packages would be dependencies for three names.
declare module 'react' {
  export function createElement(component: () => unknown): object;
}
declare module 'react-dom/server' {
  export function renderToString(element: object): string;
}
declare module '*/react-page.js' {
  export function Story(): unknown;
}

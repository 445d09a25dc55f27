// The gallery of pages, only in development: opens an example in a window that is as wide as its link says.
addEventListener('click', event => {
    const link = event.target.closest('a[data-lebar]');
    if (link && open(link.href, '_blank', `popup,width=${link.dataset.lebar},height=740`)) event.preventDefault();
});

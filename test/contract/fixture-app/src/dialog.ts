document.body.dataset.dialog = 'loaded';
